#include "core/text.h"

#include <cstdint>
#include <cstring>

namespace agencyhandy {
namespace {

int Base64UrlValue(char c) {
  if (IsUpper(c)) return c - 'A';
  if (IsLower(c)) return c - 'a' + 26;
  if (IsDigit(c)) return c - '0' + 52;
  if (c == '-') return 62;
  if (c == '_') return 63;
  return -1;
}

std::size_t SequenceLength(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  return 0;
}

}  // namespace

std::string ToLowerText(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ToLower(c);
  return out;
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ToLower(a[i]) != ToLower(b[i])) return false;
  }
  return true;
}

bool StartsWith(std::string_view text, const char* prefix) {
  for (const char c : text) {
    if (*prefix == '\0') return true;
    if (c != *prefix++) return false;
  }
  return *prefix == '\0';
}

bool EndsWith(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool StartsWithIgnoringCase(std::string_view text, const char* prefix) {
  return EqualsIgnoringCase(text.substr(0, std::strlen(prefix)), prefix);
}

CodePoint ReadCodePoint(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = SequenceLength(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || at + length > text.size()) return {0xFFFD, 1};
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0) != 0x80) return {0xFFFD, 1};
    value = (value << 6) | (next & 0x3F);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  if (overlong || (value >= 0xD800 && value <= 0xDFFF) || value > 0x10FFFF) return {0xFFFD, 1};
  return {value, length};
}

std::size_t Utf16Length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

bool IsWhiteSpace(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool IsInvisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

std::string_view TrimEnds(std::string_view text, bool (*drops)(char32_t)) {
  std::size_t begin = 0;
  std::size_t end = 0;  // after the last character that stays
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = ReadCodePoint(text, at);
    const bool dropped = drops(point.value);
    if (dropped && end == 0) begin = at + point.bytes;
    at += point.bytes;
    if (!dropped) end = at;
  }
  return text.substr(begin, end == 0 ? 0 : end - begin);
}

void AppendPercentEncoded(std::string_view text, const char* keep, std::string& out) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : text) {
    if (IsUnreserved(c) || (c != '\0' && std::strchr(keep, c) != nullptr)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
}

bool IsBase64Url(std::string_view text) {
  for (const char c : text) {
    if (Base64UrlValue(c) < 0) return false;
  }
  return !text.empty();
}

std::string DecodeBase64Url(std::string_view text) {
  std::string out;
  if (!IsBase64Url(text) || text.size() % 4 == 1) return out;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    bits = ((bits << 6) | static_cast<std::uint32_t>(Base64UrlValue(c))) & 0xFFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>((bits >> held) & 0xFF);
  }
  return out;
}

void AppendNumber(long long number, std::string& out) {
  if (number < 0) out += '-';
  auto rest = number < 0 ? 0ULL - static_cast<unsigned long long>(number)
                         : static_cast<unsigned long long>(number);
  char digits[20];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  while (count > 0) out += digits[--count];
}

std::optional<long long> ReadDigits(std::string_view digits) {
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  long long value = 0;
  for (const char c : digits) {
    if (!IsDigit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace agencyhandy
