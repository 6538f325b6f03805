// Owns what the fuzzers share: how a broken invariant ends the run, how one input becomes several
// texts, and small second opinions on characters that share no line with the core. Owns no
// invariant.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/error.h"

namespace agencyhandy::fuzz {

// Ends the run as a finding, which libFuzzer keeps, unless `holds`.
inline void Require(bool holds, const char* claim, const std::string& detail = {}) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n%s\n", claim, detail.c_str());
  std::abort();
}

// Texts of one input stand apart by U+001F ("unit separator"), so that a seed stays readable and a
// text may hold line breaks.
inline constexpr char kSeparator = '\x1F';

inline std::vector<std::string> SplitInput(const std::uint8_t* data, std::size_t size,
                                           std::size_t least) {
  std::vector<std::string> texts(1);
  for (std::size_t i = 0; i < size; ++i) {
    const char c = static_cast<char>(data[i]);
    if (c == kSeparator) {
      texts.emplace_back();
    } else {
      texts.back() += c;
    }
  }
  if (texts.size() < least) texts.resize(least);
  return texts;
}

inline bool IsVisibleAscii(std::string_view text) {
  for (const char c : text) {
    if (c <= 0x20 || c >= 0x7F) return false;
  }
  return true;
}

inline bool IsPrintableAscii(std::string_view text) {
  for (const char c : text) {
    if (c < 0x20 || c >= 0x7F) return false;
  }
  return true;
}

// What an error shows must be fit to be shown, whatever the input was.
inline void RequireShowable(const Error& error) {
  const std::string text = std::string(error.message()) + error.detail;
  Require(!text.empty() && text.size() <= 256, "an error has a short text", text);
  Require(IsPrintableAscii(text), "an error's text is printable ASCII", text);
  Require(IsVisibleAscii(error.field_name) && error.field_name.size() <= 128,
          "a field name is visible ASCII", error.field_name);
  Require(IsVisibleAscii(error.request_id) && error.request_id.size() <= 128,
          "a request id is visible ASCII", error.request_id);
}

inline int HexDigit(char c) {
  constexpr std::string_view kDigits = "0123456789abcdefABCDEF";
  const std::size_t at = kDigits.find(c);
  if (at == std::string_view::npos) return -1;
  return static_cast<int>(at < 16 ? at : at - 6);
}

// Undoes percent-encoding; what is no valid triplet stays as it is.
inline std::string DecodePercents(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 &&
        HexDigit(text[i + 2]) >= 0) {
      out += static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

// Only characters that RFC 3986 allows, and "%" only in front of two hexadecimal digits.
inline bool IsUriText(std::string_view text) {
  constexpr std::string_view kAllowed =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#[]@!$&'()*+,;=%";
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (kAllowed.find(text[i]) == std::string_view::npos) return false;
    if (text[i] != '%') continue;
    if (i + 2 >= text.size() || HexDigit(text[i + 1]) < 0 || HexDigit(text[i + 2]) < 0)
      return false;
  }
  return true;
}

inline std::vector<std::string> SplitAt(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

inline std::string LowerAscii(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// Labels of lower-case letters, digits and inner hyphens, of which the last is no number.
inline bool IsHostName(std::string_view host) {
  const std::vector<std::string> labels = SplitAt(host, '.');
  for (const std::string& label : labels) {
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-' ||
        label.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
      return false;
    }
  }
  return labels.back().find_first_of("0123456789") != 0;
}

// This machine: localhost and names below it, 127.0.0.0/8 in four plain numbers, [::1].
inline bool IsThisMachine(std::string_view host) {
  if (host == "localhost" || host == "[::1]") return true;
  constexpr std::string_view kBelow = ".localhost";
  if (host.size() > kBelow.size() && host.substr(host.size() - kBelow.size()) == kBelow) {
    return IsHostName(host);
  }
  const std::vector<std::string> numbers = SplitAt(host, '.');
  if (numbers.size() != 4 || numbers[0] != "127") return false;
  for (const std::string& number : numbers) {
    if (number.empty() || number.size() > 3 ||
        number.find_first_not_of("0123456789") != std::string::npos ||
        std::to_string(std::atoi(number.c_str())) != number || std::atoi(number.c_str()) > 255) {
      return false;
    }
  }
  return true;
}

// The parts of an accepted URL, cut as RFC 3986, appendix B does it.
struct UrlParts {
  std::string scheme;
  std::string authority;
  std::string path;
  std::string query;  // with its "?"
};

inline UrlParts CutUrl(const std::string& url) {
  UrlParts parts;
  const std::size_t colon = url.find("://");
  Require(colon != std::string::npos, "a URL has a scheme", url);
  parts.scheme = url.substr(0, colon);
  const std::size_t end = std::min(url.find_first_of("/?#", colon + 3), url.size());
  parts.authority = url.substr(colon + 3, end - colon - 3);
  const std::size_t question = std::min(url.find('?', end), url.size());
  parts.path = url.substr(end, question - end);
  parts.query = url.substr(question);
  return parts;
}

// An authority that may be asked: no user, a host name or this machine, and a port from 1 to 65535.
inline void RequireSafeAuthority(const UrlParts& parts, bool port_for_all) {
  const std::string& authority = parts.authority;
  Require(authority.find('@') == std::string::npos, "a URL has no user", authority);
  std::size_t colon = authority.rfind(':');
  if (colon != std::string::npos && authority.find(']', colon) != std::string::npos) {
    colon = std::string::npos;
  }
  const std::string host = authority.substr(0, colon);
  Require(IsHostName(host) || IsThisMachine(host), "a URL has a host name", authority);
  Require(parts.scheme == "https" || (parts.scheme == "http" && IsThisMachine(host)),
          "a URL is https, or http on this machine", parts.scheme + "://" + authority);
  if (colon == std::string::npos) return;
  const std::string port = authority.substr(colon + 1);
  Require(!port.empty() && port.find_first_not_of("0123456789") == std::string::npos &&
              std::atoll(port.c_str()) >= 1 && std::atoll(port.c_str()) <= 65535,
          "a port is from 1 to 65535", authority);
  Require(port_for_all || IsThisMachine(host), "only this machine has a port", authority);
}

}  // namespace agencyhandy::fuzz
