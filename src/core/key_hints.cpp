#include "core/key_hints.h"

#include <cstring>

#include "core/json_reader.h"
#include "core/limits.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

constexpr const char* kNames[] = {
#define AGENCYHANDY_NOTE(note, name) name,
#include "core/key_notes.inc"
#undef AGENCYHANDY_NOTE
};

constexpr std::int64_t kSkewMs = 60'000;
constexpr std::int64_t kShortLifeSeconds = 24 * 60 * 60;
// The shortest signature in use: HMAC with SHA-256, 32 bytes (RFC 7518, 3.2).
constexpr std::size_t kShortestSignature = 43;

bool DropPrefix(std::string_view& text, const char* prefix) {
  if (!StartsWithIgnoringCase(text, prefix)) return false;
  text.remove_prefix(std::strlen(prefix));
  return true;
}

bool DropSuffix(std::string_view& text, std::string_view suffix) {
  if (!EndsWith(text, suffix)) return false;
  text.remove_suffix(suffix.size());
  return true;
}

bool DropEnds(std::string_view& text, bool (*drops)(char32_t)) {
  const std::string_view trimmed = TrimEnds(text, drops);
  const bool changed = trimmed.size() != text.size();
  text = trimmed;
  return changed;
}

// Quotes of English typography come as UTF-8. A quote that stands at one end only is dropped too:
// it is no part of a key.
bool DropQuotes(std::string_view& text) {
  bool changed = false;
  for (const char* quote :
       {"\"", "'", "`", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x98", "\xE2\x80\x99"}) {
    changed |= DropPrefix(text, quote);
    changed |= DropSuffix(text, quote);
  }
  return changed;
}

bool DropHeaderName(std::string_view& text) {
  for (const char* name : {"x-api-key", "authorization"}) {
    std::string_view rest = text;
    if (!DropPrefix(rest, name)) continue;
    DropQuotes(rest);
    rest = TrimWhiteSpace(rest);
    if (!DropPrefix(rest, ":") && !DropPrefix(rest, "=")) continue;
    text = rest;
    return true;
  }
  return false;
}

// Peels what copying adds until nothing changes.
std::string_view Peel(std::string_view text, KeyNotes& notes) {
  for (bool again = true; again;) {
    again = false;
    const auto peel = [&](bool (*drop)(std::string_view&), KeyNote note) {
      if (!drop(text)) return;
      notes.Add(note);
      again = true;
    };
    peel([](std::string_view& rest) { return DropEnds(rest, IsInvisible); }, KeyNote::kZeroWidth);
    peel([](std::string_view& rest) { return DropEnds(rest, IsWhiteSpace); }, KeyNote::kTrimmed);
    peel(DropQuotes, KeyNote::kQuoted);
    peel(DropHeaderName, KeyNote::kHeaderNamePrefix);
    peel([](std::string_view& rest) { return DropPrefix(rest, "bearer "); },
         KeyNote::kBearerPrefix);
  }
  return text;
}

// The top-level numbers `exp` and `iat` of a JWT's claims, in seconds; a fraction is dropped.
class ClaimsListener final : public JsonListener {
 public:
  void OnKey(std::string_view key, int depth) override {
    target_ = nullptr;
    if (depth == 1 && key == "exp") target_ = &expires;
    if (depth == 1 && key == "iat") target_ = &issued;
  }
  void OnValue(const JsonValue& value, int depth) override {
    if (target_ == nullptr || depth != 1) return;
    if (value.type == JsonType::kInteger && value.integer >= 0) *target_ = value.integer;
    if (value.type == JsonType::kNumber) {
      const std::size_t point = value.text.find('.');
      if (value.text.find_first_of("eE") == std::string_view::npos) {
        *target_ = ReadDigits(value.text.substr(0, point));
      }
    }
  }
  void OnOpen(JsonType, int) override { target_ = nullptr; }

  std::optional<std::int64_t> expires;
  std::optional<std::int64_t> issued;

 private:
  std::optional<std::int64_t>* target_ = nullptr;
};

struct JwtParts {
  std::string_view header;
  std::string_view claims;
  std::string_view signature;
};

std::optional<JwtParts> SplitJwt(std::string_view text) {
  const std::size_t first = text.find('.');
  if (first == std::string_view::npos) return std::nullopt;
  const std::size_t second = text.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const JwtParts parts = {text.substr(0, first), text.substr(first + 1, second - first - 1),
                          text.substr(second + 1)};
  if (!IsBase64Url(parts.header) || !IsBase64Url(parts.claims) || !IsBase64Url(parts.signature)) {
    return std::nullopt;
  }
  return parts;
}

// "eyJ" is base64url of `{"`, with which every JWT begins.
bool BeginsLikeJwt(std::string_view text) { return StartsWith(text, "eyJ"); }

bool IsPlaceholder(std::string_view key) {
  if (key.find_first_of("<>{}[]") != std::string_view::npos) return true;
  if (key.find("...") != std::string_view::npos) return true;
  const std::string lower = ToLowerText(key.substr(0, 64));
  for (const char* sample : {"your", "api_key", "api-key", "apikey", "test-key", "xxxx", "****",
                             "placeholder", "example"}) {
    if (StartsWith(lower, sample)) return true;
  }
  return false;
}

bool IsCompanyId(std::string_view key) {
  if (key.size() != 24) return false;
  for (const char c : key) {
    if (!IsHex(c)) return false;
  }
  return true;
}

void LookAtClaims(std::string_view claims, std::int64_t now_ms, KeyNotes& notes,
                  std::optional<std::int64_t>& expires_at_ms) {
  ClaimsListener listener;
  if (!ReadJson(DecodeBase64Url(claims), listener).ok() || !listener.expires) return;
  constexpr std::int64_t kLatest = 8'640'000'000'000;  // seconds: the last day of a JavaScript Date
  if (*listener.expires > kLatest) return;
  expires_at_ms = *listener.expires * 1000;
  if (*expires_at_ms + kSkewMs < now_ms) notes.Add(KeyNote::kExpired);
  if (listener.issued && *listener.expires >= *listener.issued &&
      *listener.expires - *listener.issued <= kShortLifeSeconds) {
    notes.Add(KeyNote::kShortLived);
  }
}

void LookAtShape(std::string_view key, std::int64_t now_ms, KeyNotes& notes,
                 std::optional<std::int64_t>& expires_at_ms) {
  const std::optional<JwtParts> parts = SplitJwt(key);
  if (!parts) {
    notes.Add(KeyNote::kNotJwt);
    if (BeginsLikeJwt(key)) notes.Add(KeyNote::kTruncated);
    if (IsPlaceholder(key)) notes.Add(KeyNote::kPlaceholder);
    if (IsCompanyId(key)) notes.Add(KeyNote::kLooksLikeCompanyId);
    return;
  }
  if (BeginsLikeJwt(key) && parts->signature.size() < kShortestSignature) {
    notes.Add(KeyNote::kTruncated);
  }
  LookAtClaims(parts->claims, now_ms, notes, expires_at_ms);
}

}  // namespace

const char* ToName(KeyNote note) { return kNames[static_cast<std::size_t>(note)]; }

Result<KeyReport> InspectKey(std::string_view text, std::int64_t now_ms) {
  KeyNotes notes;
  const std::string_view peeled = Peel(text, notes);
  const auto peeled_at = static_cast<std::size_t>(peeled.data() - text.data());
  bool has_invisible = false;
  Result<ApiKey> key = ApiKey::Clean(text, peeled_at, peeled.size(), has_invisible);
  if (!key.ok()) return key.TakeFailure();
  if (has_invisible) notes.Add(KeyNote::kZeroWidth);
  KeyReport report = {std::move(key.value()), notes, {}};
  LookAtShape(report.key.view(), now_ms, report.notes, report.expires_at_ms);
  return report;
}

bool LooksLikeJwt(std::string_view text) {
  KeyNotes notes;
  const std::string_view key = Peel(text, notes);
  constexpr std::size_t kLeastTelling = 16;
  const std::size_t at = key.find("eyJ");
  if (at != std::string_view::npos && key.size() - at >= kLeastTelling) return true;
  const std::optional<JwtParts> parts = SplitJwt(key);
  return parts &&
         (parts->header.size() > kMaxLabelLength || parts->claims.size() > kMaxLabelLength ||
          parts->signature.size() > kMaxLabelLength);
}

}  // namespace agencyhandy
