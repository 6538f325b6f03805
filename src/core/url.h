// Owns the parts of a request's URL: base URL, path, query. Owns no endpoint (requests.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace agencyhandy {

// Splits "host:port" at its port and tells whether the host is this machine: "localhost", a name
// below it, 127.0.0.0/8 or [::1].
struct HostPort {
  std::string_view host;  // an IPv6 host keeps its brackets
  std::string_view port;  // digits, or empty
};
HostPort SplitHostPort(std::string_view authority);
bool IsLoopbackHost(std::string_view host);

// Whether `port` is a number from 1 to 65535.
bool IsPort(std::string_view port);

// Whether `host` is made of non-empty labels of a-z, 0-9 and inner "-", at most kMaxHostLength
// characters in all, and is no number.
bool IsDomainName(std::string_view host);

// Reads the base URL of the API: https, or http on loopback only; host, optional port, optional
// path; no user, query or fragment. Gives it without a trailing slash, its host in lower case.
// Errors: invalid_input at "baseUrl".
Result<std::string> ParseBaseUrl(std::string_view text);

// Reads a path of the API, e.g. "/accounts/companies", and percent-encodes what needs it. Refuses
// everything that could lead out of the base URL or be read in two ways: an absolute URL, "//",
// "\",
// "?", "#", control characters, "." and ".." segments, and "%2e", "%2f", "%5c" and "%00" in any
// spelling. Errors: invalid_input at "path".
Result<std::string> ParsePath(std::string_view text);

// One path from segments, e.g. {"orders", id}: each is percent-encoded whole; "", ".", ".." and any
// "/" or "\" within are refused. Errors: invalid_input at "path".
Result<std::string> JoinPath(const std::vector<std::string_view>& segments);

// "?a=1&b=2", or "" for none, from names and values in turn. Everything but RFC 3986's unreserved
// characters is percent-encoded.
std::string EncodeQuery(const std::vector<std::string_view>& names_and_values);

}  // namespace agencyhandy
