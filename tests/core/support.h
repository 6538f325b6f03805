// Owns what the core's tests share: how an error is held against a claim, how hostile text is
// shown, where data lies, seeded chance. Owns no claim.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.h"
#include "core/key_hints.h"
#include "core/result.h"

namespace agencyhandy::testing {

using std::literals::string_literals::operator""s;
using std::literals::string_view_literals::operator""sv;

// `text` as a C string literal would write it, cut after 120 bytes.
std::string Show(std::string_view text);

// A reason that no contract fixes.
inline constexpr char kAnyReason[] = "*";

// Every note on a key, in the order in which they cross to JavaScript.
inline constexpr KeyNote kKeyNotes[] = {
#define AGENCYHANDY_NOTE(note, name) KeyNote::note,
#include "core/key_notes.inc"
#undef AGENCYHANDY_NOTE
};

// What an error is expected to be; -1 and "" mean "none".
struct Expected {
  ErrorKind kind = ErrorKind::kInvalidInput;
  std::string where;
  std::string reason;
  std::int64_t position = -1;
  std::int64_t code_point = -1;
};

::testing::AssertionResult IsError(const Error& error, const Expected& expected);

// Holds a result against an error, field by field.
template <typename T>
::testing::AssertionResult Fails(const Result<T>& result, const Expected& expected) {
  if (result.ok()) return ::testing::AssertionFailure() << "it was accepted";
  return IsError(result.error(), expected);
}

template <typename T>
::testing::AssertionResult Fails(const Result<T>& result, std::string where, std::string reason) {
  return Fails(result, {ErrorKind::kInvalidInput, std::move(where), std::move(reason), -1, -1});
}

// Owns the error of a failure that no Result has taken.
std::unique_ptr<Error> Take(Failure failure);

// Everything of an error that can be printed, in one text.
std::string AllTextOf(const Error& error);

std::string ReadFile(const std::string& path);

// A file of tests/data.
std::string ReadData(const std::string& name);

// A file or folder of the public suites; empty where the suites are absent.
std::string FindSuite(const std::string& name);

// `text` repeated.
std::string Repeat(std::string_view text, std::size_t count);

// Independent of the core's own decoder.
std::string EncodeBase64Url(std::string_view bytes);

// A text with the shape of a JWT that carries `claims`.
std::string MakeJwt(std::string_view claims);

// A JWT that says nothing of its life.
std::string SampleKey();

// Chance that repeats: the seed is printed, so that a failure can be run again.
class SeededRandom {
 public:
  explicit SeededRandom(std::uint32_t seed);
  std::size_t Below(std::size_t limit);
  double Unit();  // [0, 1)
  template <typename T>
  const T& Pick(const std::vector<T>& from) {
    return from[Below(from.size())];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace agencyhandy::testing
