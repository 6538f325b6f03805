// Owns Result: a value or an Error. Owns no error text.
#pragma once

#include <cassert>
#include <utility>

#include "core/error.h"

namespace agencyhandy {

// Either a T or the Error that stands in its place. Reading the wrong side is a programmer's error
// and asserts. T has a default, which fills the place of a value that is not there.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}       // NOLINT(google-explicit-constructor)
  Result(Failure failure) : error_(failure.error) {}  // NOLINT(google-explicit-constructor)

  bool ok() const { return error_.get() == nullptr; }
  const T& value() const {
    assert(ok());
    return value_;
  }
  T& value() {
    assert(ok());
    return value_;
  }
  Error& error() const {
    assert(!ok());
    return *error_.get();
  }
  // Hands the error on to another Result.
  Failure TakeFailure() { return error_.Release(); }

 private:
  ErrorPtr error_;
  T value_ = T();
};

}  // namespace agencyhandy
