#include "core/credentials.h"

#include <cstring>

#include "core/limits.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

struct Rule {
  const char* where;
  Text empty;
  Text too_long;
  Text bad_character;
};

constexpr Rule kKeyRule = {"apiKey", Text::kKeyEmpty, Text::kKeyTooLong, Text::kKeyBadCharacter};
constexpr Rule kCompanyRule = {"companyId", Text::kCompanyIdEmpty, Text::kCompanyIdTooLong,
                               Text::kCompanyIdBadCharacter};

// RFC 9110, 5.5 allows more in a header value; hosts differ in what they do with it.
bool IsVisibleAscii(char32_t c) { return c >= 0x21 && c <= 0x7E; }

// Appends the characters of `value`, a part of `text`, to `out`, which has room for them.
Failure ReadHeaderValue(std::string_view text, std::string_view value, const Rule& rule,
                        std::string& out, bool* has_invisible) {
  for (std::size_t at = 0; at < value.size();) {
    const CodePoint point = ReadCodePoint(value, at);
    if (IsVisibleAscii(point.value)) {
      out += value[at];
    } else if (has_invisible != nullptr && IsInvisible(point.value)) {
      *has_invisible = true;
    } else {
      const auto before = static_cast<std::size_t>(value.data() - text.data()) + at;
      return BadCharacter(rule.where, rule.bad_character, Utf16Length(text.substr(0, before)),
                          point.value);
    }
    at += point.bytes;
  }
  if (out.empty()) return InvalidInput(rule.where, rule.empty);
  if (out.size() > kMaxCredentialLength) return InvalidInput(rule.where, rule.too_long);
  return {};
}

}  // namespace

void Wipe(void* bytes, std::size_t size) {
  auto* at = static_cast<volatile unsigned char*>(bytes);
  while (size-- > 0) *at++ = 0;
}

ApiKey::ApiKey(std::string_view text)
    : bytes_(std::make_unique<char[]>(text.size() + 1)), size_(text.size()) {
  std::memcpy(bytes_.get(), text.data(), text.size());
}

ApiKey::~ApiKey() {
  if (bytes_ != nullptr) Wipe(bytes_.get(), size_);
}

Result<ApiKey> ApiKey::Parse(std::string_view text) {
  const std::string_view value = TrimWhiteSpace(text);
  return Read(text, value, nullptr);
}

Result<ApiKey> ApiKey::Clean(std::string_view text, std::size_t begin, std::size_t size,
                             bool& has_invisible) {
  return Read(text, text.substr(begin, size), &has_invisible);
}

Result<ApiKey> ApiKey::Read(std::string_view text, std::string_view value, bool* has_invisible) {
  std::string bytes;
  // Long enough to live on the heap, where free() wipes it.
  bytes.reserve(value.size() + sizeof(std::string));
  const Failure failure = ReadHeaderValue(text, value, kKeyRule, bytes, has_invisible);
  if (failure.error != nullptr) return failure;
  ApiKey key(bytes);
  Wipe(bytes.data(), bytes.size());
  return key;
}

Result<std::string> ParseCompanyId(std::string_view text) {
  std::string id;
  const Failure failure = ReadHeaderValue(text, TrimWhiteSpace(text), kCompanyRule, id, nullptr);
  if (failure.error != nullptr) return failure;
  return id;
}

}  // namespace agencyhandy
