// An accepted key is visible ASCII, a part of the text as given, and looks the same when looked at
// again; its notes and its expiry are those that a second reader finds; a refusal names the code
// point that really stands at its position.
#include "core/key_hints.h"

#include "fuzz/fuzz_support.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::fuzz {
namespace {

using reference::Json;

constexpr std::int64_t kNowMs = 1'800'000'000'000;

// Code points of a well-formed text.
std::u32string Decode(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t k = 1; k < length; ++k)
      c = c * 64 + (static_cast<unsigned char>(text[i + k]) & 63U);
    out += c;
    i += length;
  }
  return out;
}

bool IsUnseen(char32_t c) {
  return c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069);
}

// Whether the key stands in the text in one piece once what cannot be seen is taken out.
bool IsPartOf(std::string_view key, const std::u32string& text) {
  std::u32string seen;
  for (const char32_t c : text) {
    if (!IsUnseen(c)) seen += c;
  }
  return seen.find(std::u32string(key.begin(), key.end())) != std::u32string::npos;
}

int Base64Digit(char c) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const std::size_t at = kDigits.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

bool IsBase64(const std::string& part) {
  for (const char c : part) {
    if (Base64Digit(c) < 0) return false;
  }
  return !part.empty();
}

std::string DecodeBase64(const std::string& part) {
  std::string bits;
  for (const char c : part) {
    for (int bit = 5; bit >= 0; --bit) bits += (Base64Digit(c) >> bit & 1) != 0 ? '1' : '0';
  }
  std::string out;
  for (std::size_t i = 0; i + 8 <= bits.size(); i += 8) {
    out += static_cast<char>(std::stoi(bits.substr(i, 8), nullptr, 2));
  }
  return out;
}

// Seconds of a claim; empty where it is none that counts.
std::optional<std::int64_t> SecondsOf(const Json& claims, const char* name) {
  const Json* value = claims.Find(name);
  if (value == nullptr || value->type != Json::Type::kNumber) return std::nullopt;
  if (value->text.find_first_of("eE") != std::string::npos) return std::nullopt;
  const std::string whole = value->text.substr(0, value->text.find('.'));
  if (whole.size() > 15 || (whole[0] == '-' && whole != "-0")) return std::nullopt;
  if (whole == "-0" && whole != value->text) return std::nullopt;
  return std::atoll(whole.c_str());
}

void CheckExpiry(const std::vector<std::string>& parts, const KeyReport& report) {
  constexpr std::int64_t kLatest = 8'640'000'000'000;
  const std::optional<Json> claims =
      parts[1].size() % 4 == 1 ? std::nullopt : reference::ParseJson(DecodeBase64(parts[1]));
  if (!claims || claims->type != Json::Type::kObject) {
    Require(!report.expires_at_ms.has_value(), "claims that are no object tell no expiry");
    return;
  }
  if (claims->Count("exp") > 1 || claims->Count("iat") > 1) return;
  std::optional<std::int64_t> expires = SecondsOf(*claims, "exp");
  if (expires && *expires > kLatest) expires.reset();
  Require(report.expires_at_ms.has_value() == expires.has_value(), "an expiry is the key's `exp`");
  const bool is_past = expires && *expires * 1000 + 60'000 < kNowMs;
  Require(report.notes.Has(KeyNote::kExpired) == is_past,
          "a key is expired when its `exp` has passed");
  if (!expires) return;
  Require(*report.expires_at_ms == *expires * 1000, "an expiry is that moment");
  const std::optional<std::int64_t> issued = SecondsOf(*claims, "iat");
  const bool is_short = issued && *expires >= *issued && *expires - *issued <= 86'400;
  Require(report.notes.Has(KeyNote::kShortLived) == is_short, "a short life is at most a day");
}

void CheckShape(const std::string& key, const KeyReport& report) {
  const std::vector<std::string> parts = SplitAt(key, '.');
  const bool is_jwt =
      parts.size() == 3 && IsBase64(parts[0]) && IsBase64(parts[1]) && IsBase64(parts[2]);
  Require(report.notes.Has(KeyNote::kNotJwt) != is_jwt, "a JWT is three base64url parts", key);
  const bool is_id =
      key.size() == 24 && key.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
  Require(report.notes.Has(KeyNote::kLooksLikeCompanyId) == is_id,
          "a company id is 24 hexadecimal digits", key);
  if (is_jwt) {
    CheckExpiry(parts, report);
  } else {
    Require(!report.expires_at_ms.has_value(), "what is no JWT has no expiry");
  }
}

void CheckSameAgain(const KeyReport& report) {
  const Result<KeyReport> again = InspectKey(report.key.view(), kNowMs);
  Require(again.ok() && again.value().key.view() == report.key.view(), "a cleaned key is clean",
          std::string(report.key.view()));
  for (const KeyNote note : {KeyNote::kTrimmed, KeyNote::kBearerPrefix, KeyNote::kHeaderNamePrefix,
                             KeyNote::kQuoted, KeyNote::kZeroWidth}) {
    Require(!again.value().notes.Has(note), "a cleaned key has nothing to clean", ToName(note));
  }
}

// The code point at `position`, in UTF-16 units; -1 where none begins there.
std::int64_t CodePointAt(const std::u32string& text, std::int64_t position) {
  std::int64_t units = 0;
  for (const char32_t c : text) {
    if (units == position) return static_cast<std::int64_t>(c);
    units += c > 0xFFFF ? 2 : 1;
  }
  return -1;
}

void CheckError(const Error& error, std::string_view text, bool is_utf8) {
  RequireShowable(error);
  const std::string_view reason = error.reason();
  Require(error.kind == ErrorKind::kInvalidInput && error.where == "apiKey", "a refusal is typed");
  Require(reason == "key_empty" || reason == "key_too_long" || reason == "key_bad_character",
          "a refusal has a known reason", error.reason());
  Require((error.position >= 0) == (reason == "key_bad_character"), "a bad character has a place");
  if (error.position < 0 || !is_utf8) return;
  Require(CodePointAt(Decode(text), error.position) == error.code_point,
          "the code point named stands at the position named");
}

void Check(std::string_view text) {
  const bool is_utf8 = reference::IsUtf8(text);
  const Result<KeyReport> report = InspectKey(text, kNowMs);
  if (!report.ok()) return CheckError(report.error(), text, is_utf8);
  const std::string key(report.value().key.view());
  Require(!key.empty() && key.size() <= 4096 && IsVisibleAscii(key), "a key is visible ASCII", key);
  CheckShape(key, report.value());
  if (!is_utf8) return;
  const std::u32string points = Decode(text);
  Require(IsPartOf(key, points), "a key is a part of the text", key);
  bool has_unseen = false;
  for (const char32_t c : points) has_unseen |= IsUnseen(c);
  // What cannot be seen may split a prefix, which is then kept.
  if (!has_unseen) CheckSameAgain(report.value());
}

}  // namespace
}  // namespace agencyhandy::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  agencyhandy::fuzz::Check({reinterpret_cast<const char*>(data), size});
  return 0;
}
