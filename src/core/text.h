// Owns the small questions about text that more than one file asks: UTF-8 steps, ASCII classes,
// percent-encoding, base64url. Owns no rule of the API.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace agencyhandy {

inline bool IsDigit(char c) { return c >= '0' && c <= '9'; }
inline bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
inline bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool IsHex(char c) { return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
inline char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

// RFC 3986 "unreserved": the characters that percent-encoding never touches.
inline bool IsUnreserved(char c) {
  return IsDigit(c) || IsLower(c) || IsUpper(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

std::string ToLowerText(std::string_view text);
bool EqualsIgnoringCase(std::string_view a, std::string_view b);
bool StartsWith(std::string_view text, const char* prefix);
bool EndsWith(std::string_view text, std::string_view suffix);
bool StartsWithIgnoringCase(std::string_view text, const char* prefix);

// One step through UTF-8. An ill-formed byte counts as U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  std::size_t bytes = 0;
};
CodePoint ReadCodePoint(std::string_view text, std::size_t at);

// Length of `text` in UTF-16 units, the unit of a position in JavaScript.
std::size_t Utf16Length(std::string_view text);

// White space as JavaScript's trim() sees it.
bool IsWhiteSpace(char32_t c);

// Invisible characters that copying adds: zero-width, soft hyphen, direction marks.
bool IsInvisible(char32_t c);

// `text` without the characters that `drops` names, at either end.
std::string_view TrimEnds(std::string_view text, bool (*drops)(char32_t));
inline std::string_view TrimWhiteSpace(std::string_view text) {
  return TrimEnds(text, IsWhiteSpace);
}

// Appends `text`, each byte outside `unreserved` and `keep` as %XX.
void AppendPercentEncoded(std::string_view text, const char* keep, std::string& out);

// Bytes of a base64url text (RFC 4648, 5) without padding; "" where it is none.
std::string DecodeBase64Url(std::string_view text);
bool IsBase64Url(std::string_view text);

void AppendNumber(long long number, std::string& out);

// The number that `digits` spell in base ten; empty unless it is 1 to 18 digits and nothing else.
std::optional<long long> ReadDigits(std::string_view digits);

}  // namespace agencyhandy
