// Owns the error value of the core: its kinds, its fields and one factory per origin. Owns no
// wording: texts.inc has the English sentences, and the page its own, by `kind` and `reason`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace agencyhandy {

enum class ErrorKind {
#define AGENCYHANDY_KIND(kind, name) kind,
#include "core/kinds.inc"
#undef AGENCYHANDY_KIND
};

// A sentence of this library, and the stable word that goes with it.
enum class Text {
#define AGENCYHANDY_TEXT(text, reason, sentence) text,
#include "core/texts.inc"
#undef AGENCYHANDY_TEXT
};

// The words themselves: for tests and for hosts without JavaScript.
const char* SentenceOf(Text text);
const char* ReasonOf(Text text);

// The stable name, e.g. "key_rejected".
const char* ToName(ErrorKind kind);

// Whether the same call may succeed later without a change by the caller.
bool IsRetryable(ErrorKind kind);

// One failure. Holds no text of the caller, and of a server only `field_name`, `request_id` and
// `retry_after`, of which the first two are cut to visible ASCII of at most kMaxServerToken
// characters.
struct Error {
  ErrorKind kind = ErrorKind::kInternal;
  Text text = Text::kNone;       // its sentence, which lacks its full stop
  Text cause = Text::kNone;      // whose word tells causes of one kind apart; mostly that of `text`
  std::string detail;            // ends the sentence, e.g. " (HTTP 401)"; may be empty
  std::string where;             // option name or JSON path, e.g. "companies[2]._id"; may be empty
  int status = 0;                // HTTP status; 0: none
  std::int64_t position = -1;    // of a bad character, zero-based, UTF-16 units; -1: none
  std::int64_t code_point = -1;  // of a bad character; -1: none
  std::string field_name;        // the API's `fieldName`; may be empty
  std::string request_id;        // the response's x-request-id; may be empty
  std::string retry_after;       // the response's Retry-After, raw; may be empty
  bool maybe_applied = false;    // a write whose outcome is unknown

  const char* message() const { return SentenceOf(text); }
  const char* reason() const { return ReasonOf(cause); }  // "": the kind says it

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

// `where` is a text of this library, passed as a C string for the same reason.
Failure InvalidInput(const char* where, Text text);

// A character that may not stand in a header value. The message names its code point and place,
// never the text around it.
Failure BadCharacter(const char* where, Text text, std::size_t position, char32_t code_point);

Failure MalformedResponse(const char* where, Text text);

}  // namespace agencyhandy
