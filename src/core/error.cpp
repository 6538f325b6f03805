#include "core/error.h"

#include <iterator>
#include <utility>

#include "core/text.h"

namespace agencyhandy {
namespace {

// In the order of ErrorKind.
constexpr const char* kNames[] = {
    "invalid_input",      "key_rejected",
    "forbidden",          "not_found",
    "validation",         "conflict",
    "rate_limited",       "server_error",
    "unrecognised",       "network",
    "connection_lost",    "timeout",
    "redirect_refused",   "response_too_large",
    "unexpected_content", "malformed_response",
    "internal",
};

void AppendCodePoint(char32_t code_point, std::string& out) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  out += "U+";
  for (int shift = code_point > 0xFFFFF  ? 20
                   : code_point > 0xFFFF ? 16
                                         : 12;
       shift >= 0; shift -= 4) {
    out += kHex[(code_point >> shift) & 15];
  }
}

}  // namespace

Error::Error() = default;
Error::Error(Error&&) noexcept = default;
Error& Error::operator=(Error&&) noexcept = default;
Error::~Error() = default;

ErrorPtr::~ErrorPtr() { delete error_; }

ErrorPtr& ErrorPtr::operator=(ErrorPtr&& other) noexcept {
  std::swap(error_, other.error_);
  return *this;
}

const char* ToName(ErrorKind kind) { return kNames[static_cast<std::size_t>(kind)]; }

ErrorKind ToErrorKind(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (name == kNames[i]) return static_cast<ErrorKind>(i);
  }
  return ErrorKind::kInternal;
}

bool IsRetryable(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kRateLimited:
    case ErrorKind::kServerError:
    case ErrorKind::kNetwork:
    case ErrorKind::kConnectionLost:
    case ErrorKind::kTimeout:
      return true;
    default:
      return false;
  }
}

Failure InvalidInput(const char* where, const char* reason, const char* message) {
  const Failure failure = MalformedResponse(where, message);
  failure->kind = ErrorKind::kInvalidInput;
  failure->reason = reason;
  return failure;
}

Failure BadCharacter(const char* where, const char* reason, std::size_t position,
                     char32_t code_point) {
  const Failure failure =
      InvalidInput(where, reason, "Only visible ASCII characters are allowed, not ");
  AppendCodePoint(code_point, failure->detail);
  failure->detail += " at position ";
  AppendNumber(static_cast<long long>(position), failure->detail);
  failure->position = static_cast<std::int64_t>(position);
  failure->code_point = static_cast<std::int64_t>(code_point);
  return failure;
}

Failure MalformedResponse(const char* where, const char* message) {
  auto* error = new Error;
  error->kind = ErrorKind::kMalformedResponse;
  error->where += where;
  error->message = message;
  return {error};
}

}  // namespace agencyhandy
