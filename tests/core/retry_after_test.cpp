// Retry-After values of retry.h; plans are in retry_test.cpp.
#include <ctime>

#include "core/retry.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

// Sunday, 6 November 1994, 08:49:37 UTC: the moment of RFC 9110's examples.
constexpr std::int64_t kExampleMs = 784'111'777'000;

TEST(RetryAfter, ReadsDelaySeconds) {
  const struct {
    std::string_view value;
    double ms;
  } rows[] = {{"0", 0},
              {"1", 1000},
              {" 5 ", 5000},
              {"\t7", 7000},
              {"007", 7000},
              {"0000000000000000000000000", 0},
              {"0000000000000000000000060", 60'000},
              {"120", 120'000},
              {"3600", 3'600'000},
              {"99999999999", 99'999'999'999'000}};
  for (const auto& row : rows)
    EXPECT_EQ(ParseRetryAfter(row.value, kExampleMs), row.ms) << row.value;
}

TEST(RetryAfter, TakesMoreDigitsThanANumberHoldsForVeryLong) {
  for (const std::string& digits :
       {"9999999999999999"s, "18446744073709551616"s, Repeat("9", 400), Repeat("9", 100'000)}) {
    const std::optional<double> ms = ParseRetryAfter(digits, kExampleMs);
    ASSERT_TRUE(ms.has_value());
    EXPECT_GT(*ms, kMaxRetryAfterMs);
  }
}

TEST(RetryAfter, ReadsTheThreeDateForms) {
  const struct {
    std::string_view value;
    std::int64_t now_ms;
    double ms;
  } rows[] = {
      {"Sun, 06 Nov 1994 08:49:37 GMT", kExampleMs - 1000, 1000},
      {"Sunday, 06-Nov-94 08:49:37 GMT", kExampleMs - 1000, 1000},
      {"Sun Nov  6 08:49:37 1994", kExampleMs - 1000, 1000},
      {" Sun, 06 Nov 1994 08:49:37 GMT ", kExampleMs - 30'000, 30'000},
      {"Sun, 06 Nov 1994 08:49:37 GMT", kExampleMs - 1, 1},
      {"Sun Nov 16 08:49:37 1994", kExampleMs + 10 * 86'400'000LL - 5000, 5000},
      {"Mon, 06 Nov 1994 08:49:37 GMT", kExampleMs - 1000, 1000},  // the wrong weekday
      {"Fri, 31 Dec 1999 23:59:60 GMT", 946'684'799'000, 1000},    // a leap second
      {"Tue, 29 Feb 2000 00:00:00 GMT", 951'782'399'000, 1000},
      {"Thu, 29 Feb 2024 00:00:00 GMT", 1'709'164'799'000, 1000},
      {"Thu, 01 Jan 1970 00:00:01 GMT", 0, 1000},
      {"Fri, 31 Dec 9999 23:59:59 GMT", 253'402'300'798'000, 1000},
      {"Thu, 01 Jan 2099 00:00:00 GMT", 4'070'908'799'000, 1000},
  };
  for (const auto& row : rows) {
    const std::optional<double> ms = ParseRetryAfter(row.value, row.now_ms);
    ASSERT_TRUE(ms.has_value()) << row.value;
    EXPECT_EQ(*ms, row.ms) << row.value;
  }
}

TEST(RetryAfter, TakesATwoDigitYearForTheNearerCentury) {
  constexpr std::int64_t kNow2026Ms = 1'785'000'000'000;
  const struct {
    std::string_view value;
    bool ahead;
  } rows[] = {{"Friday, 01-Jan-27 00:00:00 GMT", true},  {"Friday, 01-Jan-70 00:00:00 GMT", true},
              {"Friday, 01-Jan-76 00:00:00 GMT", true},  {"Friday, 01-Jan-77 00:00:00 GMT", false},
              {"Friday, 01-Jan-94 00:00:00 GMT", false}, {"Friday, 01-Jan-99 00:00:00 GMT", false},
              {"Friday, 01-Jan-00 00:00:00 GMT", false}, {"Friday, 01-Jan-26 00:00:00 GMT", false}};
  for (const auto& row : rows) {
    EXPECT_EQ(ParseRetryAfter(row.value, kNow2026Ms).has_value(), row.ahead) << row.value;
  }
}

TEST(RetryAfter, IsNothingForADateThatHasPassed) {
  for (const std::string_view value :
       {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994", "Thu, 01 Jan 1970 00:00:00 GMT"}) {
    EXPECT_FALSE(ParseRetryAfter(value, kExampleMs).has_value()) << value;
    EXPECT_FALSE(ParseRetryAfter(value, kExampleMs + 1).has_value()) << value;
    EXPECT_FALSE(ParseRetryAfter(value, 1'785'000'000'000).has_value()) << value;
  }
}

TEST(RetryAfter, IsNothingForAnythingElse) {
  const std::string_view values[] = {
      "", " ", "-5", "+5", "1.5", "1e9", "0x10", "abc", "NaN", "Infinity", "5, 10", "5,", "5;",
      "5s", "5 s", "1 2", "\xD9\xA3", "5\0"sv, "5\n5", "1_000", "1,000", "null", "true", "P1D",
      // not quite a date
      "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
      "Sun, 06 Nov 1994 08:49:37 +0000", "Sun, 06 Nov 1994 08:49:37 EST",
      "Sun, 06 Nov 1994 08:49:37 gmt", "Sun, 06 Nov 1994 08:49:37GMT",
      "Sun, 06 Nov 1994 08:49:37 GMT x", "Sun, 06 Nov 1994 08:49 GMT",
      "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
      "Sun, 06 Nov 01994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
      "Sun, 06 November 1994 08:49:37 GMT", "Sun, 06 ovD 1994 08:49:37 GMT",
      "Sun, 06 11 1994 08:49:37 GMT", "Sun,06 Nov 1994 08:49:37 GMT",
      "Sun 06 Nov 1994 08:49:37 GMT", "Sun,  06 Nov 1994 08:49:37 GMT", "06 Nov 1994 08:49:37 GMT",
      "Sun, 06-Nov-1994 08:49:37 GMT", "Sunday, 06 Nov 1994 08:49:37 GMT",
      "Sunday, 06-Nov-94 08:49:37", "Sunday, 6-Nov-94 08:49:37 GMT", "Sun Nov 6 08:49:37 1994",
      "Sun Nov 06 08:49:37 94", "Sun Nov  6 08:49:37 1994 GMT", "Sun, Nov  6 08:49:37 1994",
      "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 8:49:37 GMT", "Sun, 06 Nov 1994 -8:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37.5 GMT", "Sun,", "Sun, ", ",", ", ", " ,", "Sun Nov", "Sun",
      // no calendar has them
      "Wed, 30 Feb 2028 00:00:00 GMT", "Wed, 29 Feb 2027 00:00:00 GMT",
      "Mon, 29 Feb 2100 00:00:00 GMT", "Wed, 31 Apr 2028 00:00:00 GMT",
      "Wed, 00 Jan 2028 00:00:00 GMT", "Wed, 32 Jan 2028 00:00:00 GMT",
      "Wed, 01 Jan 2028 24:00:00 GMT", "Wed, 01 Jan 2028 00:60:00 GMT",
      "Wed, 01 Jan 2028 00:00:61 GMT", "Wed, 01 Foo 2028 00:00:00 GMT", "Wed Feb 30 00:00:00 2028",
      "Wednesday, 31-Jun-28 00:00:00 GMT"};
  for (const std::string_view value : values) {
    EXPECT_FALSE(ParseRetryAfter(value, kExampleMs - 1000).has_value()) << Show(value);
  }
}

TEST(RetryAfter, AgreesWithTheCLibraryOnEveryDayOfACentury) {
  constexpr const char* kForms[] = {"%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT",
                                    "%a %b %e %H:%M:%S %Y"};
  constexpr std::int64_t kFirst = 1'785'000'000;  // in 2026: two digits reach to 2076
  for (std::int64_t day = 1; day < 49 * 365; ++day) {
    const std::time_t at = kFirst + day * 86'400 + day % 86'400;
    std::tm parts = {};
    ASSERT_NE(gmtime_r(&at, &parts), nullptr);
    for (const char* form : kForms) {
      char text[64];
      ASSERT_GT(std::strftime(text, sizeof text, form, &parts), 0U);
      const std::optional<double> ms = ParseRetryAfter(text, kFirst * 1000);
      ASSERT_TRUE(ms.has_value()) << text;
      ASSERT_EQ(*ms, static_cast<double>((at - kFirst) * 1000)) << text;
    }
  }
}

}  // namespace
}  // namespace agencyhandy::testing
