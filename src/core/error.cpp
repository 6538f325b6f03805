#include "core/error.h"

#include <utility>

#include "core/text.h"

namespace agencyhandy {
namespace {

constexpr const char* kNames[] = {
#define AGENCYHANDY_KIND(kind, name) name,
#include "core/kinds.inc"
#undef AGENCYHANDY_KIND
};

struct Words {
  const char* reason;
  const char* sentence;
};
constexpr Words kWords[] = {
#define AGENCYHANDY_TEXT(text, reason, sentence) {reason, sentence},
#include "core/texts.inc"
#undef AGENCYHANDY_TEXT
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

const char* SentenceOf(Text text) { return kWords[static_cast<std::size_t>(text)].sentence; }
const char* ReasonOf(Text text) { return kWords[static_cast<std::size_t>(text)].reason; }

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

Failure InvalidInput(const char* where, Text text) {
  const Failure failure = MalformedResponse(where, text);
  failure->kind = ErrorKind::kInvalidInput;
  return failure;
}

Failure BadCharacter(const char* where, Text text, std::size_t position, char32_t code_point) {
  const Failure failure = InvalidInput(where, text);
  AppendCodePoint(code_point, failure->detail);
  failure->detail += " at position ";
  AppendNumber(static_cast<long long>(position), failure->detail);
  failure->position = static_cast<std::int64_t>(position);
  failure->code_point = static_cast<std::int64_t>(code_point);
  return failure;
}

Failure MalformedResponse(const char* where, Text text) {
  auto* error = new Error;
  error->kind = ErrorKind::kMalformedResponse;
  error->where += where;
  error->text = error->cause = text;
  return {error};
}

}  // namespace agencyhandy
