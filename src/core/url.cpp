#include "core/url.h"

#include <algorithm>
#include <optional>

#include "core/limits.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

// RFC 3986's "pchar" without the apostrophe, which quotes in several languages; the slash between
// segments; and the percent sign of what is encoded already.
constexpr const char* kPathCharacters = "%/!$&()*+,;=:@";

Failure BadBaseUrl(Text text) { return InvalidInput("baseUrl", text); }

// With a path's sentence.
Failure BadBaseUrlPath(Text text) {
  const Failure failure = BadBaseUrl(Text::kBaseUrlPath);
  failure->text = text;
  return failure;
}

Failure BadPath(Text text) { return InvalidInput("path", text); }

bool IsLabel(std::string_view label) {
  if (label.empty() || label.size() > kMaxLabelLength) return false;
  if (label.front() == '-' || label.back() == '-') return false;
  for (const char c : label) {
    if (!IsLower(c) && !IsDigit(c) && c != '-') return false;
  }
  return true;
}

// Undoes one layer of percent-encoding; what is no escape stays as it is.
std::string DecodeOnce(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '%' && at + 2 < text.size() && IsHex(text[at + 1]) && IsHex(text[at + 2])) {
      const auto digit = [&](char h) { return IsDigit(h) ? h - '0' : ToLower(h) - 'a' + 10; };
      c = static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2]));
      at += 2;
    }
    out += c;
  }
  return out;
}

bool IsTrouble(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F || c == '/' || c == '\\';
}

// Whether some layer of escapes hides a ".", "/", "\\" or control character: some server decodes
// until nothing changes.
bool HidesTrouble(std::string_view segment) {
  const auto dots = std::count(segment.begin(), segment.end(), '.');
  std::string layer(segment);
  for (std::string next = DecodeOnce(layer); next != layer; next = DecodeOnce(layer)) {
    layer.swap(next);
    if (std::any_of(layer.begin(), layer.end(), IsTrouble)) return true;
    if (std::count(layer.begin(), layer.end(), '.') != dots) return true;
  }
  return false;
}

// The first reason why `segment` may not stand in a path; kNone: none.
Text FaultOfSegment(std::string_view segment) {
  if (segment == "." || segment == "..") return Text::kPathDots;
  for (std::size_t at = 0; at < segment.size(); ++at) {
    const char c = segment[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) return Text::kPathControl;
    if (c == '/' || c == '\\') return Text::kPathSlash;
  }
  if (HidesTrouble(segment)) {
    return Text::kPathEncoded;
  }
  return Text::kNone;
}

bool HasWholeEscapes(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') continue;
    if (at + 2 >= text.size() || !IsHex(text[at + 1]) || !IsHex(text[at + 2])) return false;
  }
  return true;
}

Text FaultOfPath(std::string_view path) {
  if (path.empty() || path.front() != '/') return Text::kPathStart;
  if (path.find('?') != std::string_view::npos) return Text::kPathQuery;
  if (path.find('#') != std::string_view::npos) return Text::kPathFragment;
  for (std::size_t at = 1; at <= path.size();) {
    const std::size_t slash = std::min(path.find('/', at), path.size());
    const std::string_view segment = path.substr(at, slash - at);
    if (segment.empty() && slash < path.size()) return Text::kPathEmptySegment;
    if (!HasWholeEscapes(segment)) return Text::kPathEscape;
    const Text fault = FaultOfSegment(segment);
    if (fault != Text::kNone) return fault;
    at = slash + 1;
  }
  return Text::kNone;
}

}  // namespace

HostPort SplitHostPort(std::string_view authority) {
  const std::size_t bracket = authority.rfind(']');
  const std::size_t colon = authority.rfind(':');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && colon < bracket)) {
    return {authority, {}};
  }
  return {authority.substr(0, colon), authority.substr(colon + 1)};
}

bool IsPort(std::string_view port) {
  const std::optional<long long> number = ReadDigits(port);
  return number && *number >= 1 && *number <= 65535;
}

bool IsLoopbackHost(std::string_view host) {
  if (host == "localhost" || host == "[::1]") return true;
  if (EndsWith(host, ".localhost")) return IsDomainName(host);
  if (!StartsWith(host, "127.")) return false;
  int dots = 0;
  for (std::size_t at = 0; at < host.size();) {
    const std::size_t dot = std::min(host.find('.', at), host.size());
    const std::optional<long long> part = ReadDigits(host.substr(at, dot - at));
    if (!part || *part > 255 || (dot - at > 1 && host[at] == '0')) return false;
    if (dot < host.size()) ++dots;
    at = dot + 1;
  }
  return dots == 3 && host.back() != '.';
}

bool IsDomainName(std::string_view host) {
  if (host.size() > kMaxHostLength) return false;
  std::string_view label;
  for (std::size_t at = 0; at <= host.size();) {
    const std::size_t dot = std::min(host.find('.', at), host.size());
    label = host.substr(at, dot - at);
    if (!IsLabel(label)) return false;
    at = dot + 1;
  }
  // The URL standard reads a host whose last label is a number as an IPv4 address.
  return !IsDigit(label.front());
}

Result<std::string> ParseBaseUrl(std::string_view text) {
  const std::string_view trimmed = TrimWhiteSpace(text);
  const bool secure = StartsWithIgnoringCase(trimmed, "https://");
  if (!secure && !StartsWithIgnoringCase(trimmed, "http://")) {
    return BadBaseUrl(Text::kBaseUrlScheme);
  }
  const std::string_view rest = trimmed.substr(secure ? 8 : 7);
  if (rest.find_first_of("?#") != std::string_view::npos) {
    return BadBaseUrl(Text::kBaseUrlQuery);
  }
  const std::size_t slash = std::min(rest.find('/'), rest.size());
  const std::string_view authority = rest.substr(0, slash);
  if (authority.find('@') != std::string_view::npos) {
    return BadBaseUrl(Text::kBaseUrlUser);
  }
  const std::string host_text = ToLowerText(authority);
  const HostPort parts = SplitHostPort(host_text);
  const bool loopback = IsLoopbackHost(parts.host);
  if (!loopback && !IsDomainName(parts.host)) return BadBaseUrl(Text::kBaseUrlHost);
  if (parts.host.size() < host_text.size() && !IsPort(parts.port)) {
    return BadBaseUrl(Text::kBaseUrlPort);
  }
  if (!secure && !loopback) return BadBaseUrl(Text::kBaseUrlInsecure);
  std::string url = secure ? "https://" : "http://";
  url += host_text;
  std::string_view path = rest.substr(slash);
  if (!path.empty() && path.back() == '/') path.remove_suffix(1);
  if (path.empty()) return url;
  if (path.back() == '/') return BadBaseUrlPath(Text::kPathEmptySegment);
  Result<std::string> checked = ParsePath(path);
  if (!checked.ok()) return BadBaseUrlPath(checked.error().text);
  url += checked.value();
  return url;
}

Result<std::string> ParsePath(std::string_view text) {
  // Encoding makes no text shorter.
  if (text.size() > kMaxTargetLength) return BadPath(Text::kPathTooLong);
  const Text fault = FaultOfPath(text);
  if (fault != Text::kNone) return BadPath(fault);
  std::string path;
  AppendPercentEncoded(text, kPathCharacters, path);
  if (path.size() > kMaxTargetLength) return BadPath(Text::kPathTooLong);
  return path;
}

Result<std::string> JoinPath(const std::vector<std::string_view>& segments) {
  std::string path;
  for (const std::string_view segment : segments) {
    if (segment.empty()) return BadPath(Text::kPathEmptySegment);
    if (segment.size() > kMaxTargetLength) return BadPath(Text::kPathTooLong);
    const Text fault = FaultOfSegment(segment);
    if (fault != Text::kNone) return BadPath(fault);
    path += '/';
    AppendPercentEncoded(segment, "", path);
  }
  if (path.empty()) return BadPath(Text::kPathNone);
  if (path.size() > kMaxTargetLength) return BadPath(Text::kPathTooLong);
  return path;
}

std::string EncodeQuery(const std::vector<std::string_view>& names_and_values) {
  std::string out;
  bool is_name = true;
  for (const std::string_view text : names_and_values) {
    out += is_name ? (out.empty() ? '?' : '&') : '=';
    AppendPercentEncoded(text, "", out);
    is_name = !is_name;
  }
  return out;
}

}  // namespace agencyhandy
