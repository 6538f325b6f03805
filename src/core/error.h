// Owns the error value of the core: its kinds, its fields and one factory per origin. Owns no
// wording of the page, which speaks eight languages and goes by `kind` and `reason`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace agencyhandy {

enum class ErrorKind {
  kInvalidInput,
  kKeyRejected,
  kForbidden,
  kNotFound,
  kValidation,
  kConflict,
  kRateLimited,
  kServerError,
  kUnrecognised,
  kNetwork,
  kConnectionLost,
  kTimeout,
  kRedirectRefused,
  kResponseTooLarge,
  kUnexpectedContent,
  kMalformedResponse,
  kInternal,
};

// The stable name that crosses to JavaScript, e.g. "key_rejected".
const char* ToName(ErrorKind kind);

// The kind of that name; kInternal for a name that is none.
ErrorKind ToErrorKind(std::string_view name);

// Whether the same call may succeed later without a change by the caller.
bool IsRetryable(ErrorKind kind);

// One failure. Holds no text of the caller, and of a server only `field_name`, `request_id` and
// `retry_after`, of which the first two are cut to visible ASCII of at most kMaxServerToken
// characters. `message` and `reason` are texts of this library that live for ever.
struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  const char* message = "";      // English, one sentence without its full stop, never a secret
  std::string detail;            // ends the sentence, e.g. " (HTTP 401)"; may be empty
  std::string where;             // option name or JSON path, e.g. "companies[2]._id"; may be empty
  const char* reason = "";       // stable word that tells causes of one kind apart; may be empty
  int status = 0;                // HTTP status; 0: none
  std::int64_t position = -1;    // of a bad character, zero-based, UTF-16 units; -1: none
  std::int64_t code_point = -1;  // of a bad character; -1: none
  std::string field_name;        // the API's `fieldName`; may be empty
  std::string request_id;        // the response's x-request-id; may be empty
  std::string retry_after;       // the response's Retry-After, raw; may be empty
  bool maybe_applied = false;    // a write whose outcome is unknown

  // Defined apart, once: an Error is made and dropped in very many places.
  Error();
  Error(const Error&) = delete;
  Error(Error&&) noexcept;
  Error& operator=(const Error&) = delete;
  Error& operator=(Error&&) noexcept;
  ~Error();
};

// An Error on its way into the Result that will own it. A bare pointer, so that a function that
// fails costs its caller one instruction; never kept.
struct [[nodiscard]] Failure {
  Error* error = nullptr;

  Error* operator->() const { return error; }
};

// Owns an Error, or none. As a std::unique_ptr, but its destructor is defined apart, once.
class ErrorPtr {
 public:
  explicit ErrorPtr(Error* error = nullptr) : error_(error) {}
  ErrorPtr(ErrorPtr&& other) noexcept : error_(other.Release().error) {}
  ErrorPtr& operator=(ErrorPtr&& other) noexcept;
  ErrorPtr(const ErrorPtr&) = delete;
  ErrorPtr& operator=(const ErrorPtr&) = delete;
  ~ErrorPtr();

  Error* get() const { return error_; }
  Error* operator->() const { return error_; }
  Failure Release() {
    Error* error = error_;
    error_ = nullptr;
    return {error};
  }

 private:
  Error* error_;
};

// Texts of this library are passed as C strings for the same reason.
Failure InvalidInput(const char* where, const char* reason, const char* message);

// A character that may not stand in a header value. The message names its code point and place,
// never the text around it.
Failure BadCharacter(const char* where, const char* reason, std::size_t position,
                     char32_t code_point);

Failure MalformedResponse(const char* where, const char* message);

}  // namespace agencyhandy
