// Owns Result: a value or an Error. Owns no error text.
#pragma once

#include <cassert>
#include <memory>
#include <optional>
#include <utility>

#include "core/error.h"

namespace agencyhandy {

// Either a T or the Error that stands in its place. Reading the wrong side is a programmer's error
// and asserts.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}          // NOLINT(google-explicit-constructor)
  Result(const Error& error)                             // NOLINT(google-explicit-constructor)
      : error_(std::make_unique<Error>(error)) {}

  bool ok() const { return value_.has_value(); }
  const T& value() const {
    assert(ok());
    return *value_;
  }
  T& value() {
    assert(ok());
    return *value_;
  }
  const Error& error() const {
    assert(!ok());
    return *error_;
  }

 private:
  std::optional<T> value_;
  std::unique_ptr<Error> error_;
};

}  // namespace agencyhandy
