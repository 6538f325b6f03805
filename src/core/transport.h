// Owns the words between the core and whatever sends bytes: a response, and the ways in which there
// is none. Owns no sending: src/platform does that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace agencyhandy {

// Why a request ended without a response.
enum class TransportFailure {
  kNone,
  kNetwork,           // no status came: refused, unresolved, blocked, or closed to web pages (CORS)
  kConnectionLost,    // the status came, the body did not come whole
  kTimeout,           // the time limit passed
  kResponseTooLarge,  // the decoded body passed the limit; reading stopped there
  kRedirectRefused,   // the platform saw a redirect and hides its target
  kOriginMismatch,    // the URL left the configured origin: nothing was sent
};

// What came back. Every HTTP status is a response, not a failure. Views end with the completion.
struct Response {
  TransportFailure failure = TransportFailure::kNone;
  int status = 0;
  std::string_view headers;  // "name: value\r\n"…, names in lower case
  std::string_view body;
  // A short word of the platform about a failure, e.g. "ECONNREFUSED", or a redirect's target
  // origin; may be empty.
  std::string_view detail;
};

// The value of the first header `name` (lower case), trimmed; empty where there is none.
std::string_view FindHeader(std::string_view headers, std::string_view name);

}  // namespace agencyhandy
