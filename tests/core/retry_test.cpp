#include "core/retry.h"

#include <ctime>

#include "core/support.h"

namespace agencyhandy::testing {
namespace {

// Sunday, 6 November 1994, 08:49:37 UTC: the moment of RFC 9110's examples.
constexpr std::int64_t kExampleMs = 784'111'777'000;

// ---- Retry-After

TEST(RetryAfter, ReadsDelaySeconds) {
  const struct {
    std::string_view value;
    double ms;
  } rows[] = {{"0", 0},
              {"1", 1000},
              {" 5 ", 5000},
              {"\t7", 7000},
              {"007", 7000},
              {"120", 120'000},
              {"3600", 3'600'000},
              {"99999999999", 99'999'999'999'000}};
  for (const auto& row : rows) EXPECT_EQ(ParseRetryAfter(row.value, kExampleMs), row.ms) << row.value;
}

TEST(RetryAfter, TakesMoreDigitsThanANumberHoldsForVeryLong) {
  for (const std::string& digits : {"9999999999999999"s, "18446744073709551616"s, Repeat("9", 400),
                                    Repeat("9", 100'000)}) {
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
      "", " ", "-5", "+5", "1.5", "1e9", "0x10", "abc", "NaN", "Infinity", "5, 10", "5,", "5;", "5s", "5 s",
      "1 2", "\xD9\xA3", "5\0"sv, "5\n5", "1_000", "1,000", "null", "true", "P1D",
      // not quite a date
      "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37 +0000",
      "Sun, 06 Nov 1994 08:49:37 EST", "Sun, 06 Nov 1994 08:49:37 gmt", "Sun, 06 Nov 1994 08:49:37GMT",
      "Sun, 06 Nov 1994 08:49:37 GMT x", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 6 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06 Nov 01994 08:49:37 GMT", "Sun, 06 nov 1994 08:49:37 GMT",
      "Sun, 06 November 1994 08:49:37 GMT", "Sun, 06 ovD 1994 08:49:37 GMT",
      "Sun, 06 11 1994 08:49:37 GMT", "Sun,06 Nov 1994 08:49:37 GMT", "Sun 06 Nov 1994 08:49:37 GMT",
      "Sun,  06 Nov 1994 08:49:37 GMT", "06 Nov 1994 08:49:37 GMT", "Sun, 06-Nov-1994 08:49:37 GMT",
      "Sunday, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37", "Sunday, 6-Nov-94 08:49:37 GMT",
      "Sun Nov 6 08:49:37 1994", "Sun Nov 06 08:49:37 94", "Sun Nov  6 08:49:37 1994 GMT",
      "Sun, Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 8:49:37 GMT",
      "Sun, 06 Nov 1994 -8:49:37 GMT", "Sun, 06 Nov 1994 08:49:37.5 GMT", "Sun,", "Sun, ", ",", ", ", " ,",
      "Sun Nov", "Sun",
      // no calendar has them
      "Wed, 30 Feb 2028 00:00:00 GMT", "Wed, 29 Feb 2027 00:00:00 GMT", "Mon, 29 Feb 2100 00:00:00 GMT",
      "Wed, 31 Apr 2028 00:00:00 GMT", "Wed, 00 Jan 2028 00:00:00 GMT", "Wed, 32 Jan 2028 00:00:00 GMT",
      "Wed, 01 Jan 2028 24:00:00 GMT", "Wed, 01 Jan 2028 00:60:00 GMT", "Wed, 01 Jan 2028 00:00:61 GMT",
      "Wed, 01 Foo 2028 00:00:00 GMT", "Wed Feb 30 00:00:00 2028", "Wednesday, 31-Jun-28 00:00:00 GMT"};
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

// ---- plan

// A call that may be tried again: each test below spoils one thing.
RetryInput Good() {
  RetryInput input;
  input.kind = ErrorKind::kServerError;
  input.status = 503;
  input.may_repeat = true;
  input.tries = 1;
  input.retries = kDefaultRetries;
  input.budget = kRetryBudget;
  input.remaining_ms = 30'000;
  input.now_ms = kExampleMs;
  input.random = 0.5;
  return input;
}

TEST(RetryPlan, RepeatsWhatMayPass) {
  const struct {
    ErrorKind kind;
    int status;
    bool again;
  } rows[] = {
      {ErrorKind::kNetwork, 0, true},          {ErrorKind::kConnectionLost, 0, true},
      {ErrorKind::kConnectionLost, 200, true}, {ErrorKind::kTimeout, 0, true},
      {ErrorKind::kTimeout, 408, true},        {ErrorKind::kRateLimited, 429, true},
      {ErrorKind::kServerError, 500, true},    {ErrorKind::kServerError, 502, true},
      {ErrorKind::kServerError, 503, true},    {ErrorKind::kServerError, 504, true},
      {ErrorKind::kServerError, 501, false},   {ErrorKind::kServerError, 505, false},
      {ErrorKind::kServerError, 599, false},   {ErrorKind::kValidation, 400, false},
      {ErrorKind::kKeyRejected, 401, false},   {ErrorKind::kForbidden, 403, false},
      {ErrorKind::kNotFound, 404, false},      {ErrorKind::kConflict, 409, false},
      {ErrorKind::kValidation, 422, false},    {ErrorKind::kUnrecognised, 425, false},
      {ErrorKind::kUnrecognised, 418, false},  {ErrorKind::kUnrecognised, 600, false},
      {ErrorKind::kRedirectRefused, 307, false}, {ErrorKind::kRedirectRefused, 0, false},
      {ErrorKind::kUnexpectedContent, 200, false}, {ErrorKind::kMalformedResponse, 200, false},
      {ErrorKind::kResponseTooLarge, 200, false}, {ErrorKind::kInvalidInput, 0, false},
      {ErrorKind::kInternal, 0, false},
  };
  for (const auto& row : rows) {
    RetryInput input = Good();
    input.kind = row.kind;
    input.status = row.status;
    EXPECT_EQ(PlanRetry(input).again, row.again) << ToName(row.kind) << ' ' << row.status;
  }
}

TEST(RetryPlan, NeverRepeatsACallThatMayNotBeRepeated) {
  RetryInput input = Good();
  input.may_repeat = false;
  EXPECT_FALSE(PlanRetry(input).again);
  input.retry_after = "1";
  EXPECT_FALSE(PlanRetry(input).again);
}

TEST(RetryPlan, EndsAfterTheRetriesAllowed) {
  for (const int retries : {0, 1, 2, 5}) {
    int sends = 1;
    RetryInput input = Good();
    input.retries = retries;
    for (input.tries = 1; PlanRetry(input).again; ++input.tries) ++sends;
    EXPECT_EQ(sends, retries + 1);
  }
}

TEST(RetryPlan, BacksOffBetweenHalfAndWholeOfADoublingTime) {
  const double longest[] = {500, 1000, 2000, 4000, 8000, 8000, 8000, 8000};
  for (int tries = 1; tries <= 8; ++tries) {
    for (const double random : {0.0, 0.25, 0.5, 0.999999999}) {
      RetryInput input = Good();
      input.retries = 100;
      input.tries = tries;
      input.random = random;
      const RetryPlan plan = PlanRetry(input);
      ASSERT_TRUE(plan.again);
      const double b = longest[tries - 1];
      EXPECT_DOUBLE_EQ(plan.delay_ms, b / 2 + b / 2 * random) << tries;
      EXPECT_GE(plan.delay_ms, b / 2);
      EXPECT_LE(plan.delay_ms, b);
      EXPECT_FALSE(plan.retry_after_ms.has_value());
    }
  }
  RetryInput input = Good();
  input.retries = input.tries = 2'000'000'000;
  EXPECT_LE(PlanRetry(input).delay_ms, kMaxBackoffMs);
}

TEST(RetryPlan, DrawsTheWaitUniformly) {
  SeededRandom random(20261105);
  int below_middle = 0;
  constexpr int kDraws = 10'000;
  for (int i = 0; i < kDraws; ++i) {
    RetryInput input = Good();
    input.random = random.Unit();
    below_middle += PlanRetry(input).delay_ms < 375 ? 1 : 0;
  }
  EXPECT_NEAR(below_middle, kDraws / 2, 300);
}

TEST(RetryPlan, WaitsAsLongAsTheServerAsks) {
  for (const int status : {429, 503, 500, 408}) {
    RetryInput input = Good();
    input.status = status;
    input.retry_after = "7";
    const RetryPlan plan = PlanRetry(input);
    EXPECT_TRUE(plan.again);
    EXPECT_EQ(plan.delay_ms, 7000);
    EXPECT_EQ(plan.retry_after_ms, 7000);
  }
  RetryInput input = Good();
  input.retry_after = "0";
  EXPECT_TRUE(PlanRetry(input).again);
  EXPECT_EQ(PlanRetry(input).delay_ms, 0);
  input.retry_after = "Sun, 06 Nov 1994 08:49:40 GMT";
  EXPECT_EQ(PlanRetry(input).delay_ms, 3000);
}

TEST(RetryPlan, FallsBackToItsOwnBackoffForABadRetryAfter) {
  for (const std::string_view value : {"abc", "-5", "+5", "1e9", "1.5", "0x10", "5, 10", "", " ", "NaN",
                                       "Sun, 06 Nov 1994 08:49:37 GMT",
                                       "Sun, 06 Nov 1994 08:49:39 PST"}) {
    RetryInput input = Good();
    input.retry_after = value;
    const RetryPlan plan = PlanRetry(input);
    EXPECT_TRUE(plan.again) << value;
    EXPECT_EQ(plan.delay_ms, 375) << value;
    EXPECT_FALSE(plan.retry_after_ms.has_value()) << value;
  }
}

TEST(RetryPlan, NeitherWaitsNorRepeatsAboveTheCap) {
  RetryInput input = Good();
  input.remaining_ms = 1e12;
  input.retry_after = "60";
  EXPECT_TRUE(PlanRetry(input).again);
  const std::string digits = Repeat("9", 400);
  for (const std::string_view value : {std::string_view("61"), std::string_view("99999999999"),
                                       std::string_view(digits),
                                       std::string_view("Sun, 06 Nov 2094 08:49:37 GMT")}) {
    input.retry_after = value;
    const RetryPlan plan = PlanRetry(input);
    EXPECT_FALSE(plan.again) << Show(value);
    ASSERT_TRUE(plan.retry_after_ms.has_value()) << Show(value);
    EXPECT_GT(*plan.retry_after_ms, kMaxRetryAfterMs);
  }
}

TEST(RetryPlan, TellsWhatTheServerAskedForEvenWhereItDoesNotRepeat) {
  RetryInput input = Good();
  input.retry_after = "5";
  input.may_repeat = false;
  EXPECT_EQ(PlanRetry(input).retry_after_ms, 5000);
  input = Good();
  input.retry_after = "5";
  input.tries = 3;
  EXPECT_EQ(PlanRetry(input).retry_after_ms, 5000);
}

TEST(RetryPlan, FitsTheWaitIntoTheDeadline) {
  RetryInput input = Good();
  for (const double remaining_ms : {375.0, 374.0, 1.0, 0.0, -1.0, -1e9}) {
    input.remaining_ms = remaining_ms;
    EXPECT_FALSE(PlanRetry(input).again) << remaining_ms;
  }
  input.remaining_ms = 376;
  EXPECT_TRUE(PlanRetry(input).again);
  input.retry_after = "10";
  input.remaining_ms = 10'000;
  EXPECT_FALSE(PlanRetry(input).again);
  EXPECT_EQ(PlanRetry(input).retry_after_ms, 10'000);
  input.remaining_ms = 10'001;
  EXPECT_TRUE(PlanRetry(input).again);
}

TEST(RetryPlan, StopsWhenTheBudgetIsSpent) {
  RetryInput input = Good();
  for (const int budget : {0, -1}) {
    input.budget = budget;
    EXPECT_FALSE(PlanRetry(input).again);
  }
  input.budget = 1;
  EXPECT_TRUE(PlanRetry(input).again);
}

TEST(RetryPlan, LetsAThousandFailingCallsCauseAtMost1010Sends) {
  int budget = kRetryBudget;
  int sends = 0;
  for (int call = 0; call < 1000; ++call) {
    RetryInput input = Good();
    for (input.tries = 1;; ++input.tries) {
      ++sends;
      input.budget = budget;
      if (!PlanRetry(input).again) break;
      --budget;
    }
  }
  EXPECT_EQ(sends, 1010);
}

TEST(RetryPlan, NeverPlansAWaitThatIsNoTime) {
  SeededRandom random(20261106);
  const std::vector<std::string> values = {"", "0", "1", "59", "60", "61", "abc", "99999999999999999999",
                                           "Sun, 06 Nov 1994 08:49:40 GMT", "Sun Nov  6 08:50:00 1994"};
  for (int round = 0; round < 20'000; ++round) {
    RetryInput input = Good();
    const std::string value = random.Pick(values);
    input.retry_after = value;
    input.tries = static_cast<int>(random.Below(40)) - 2;
    input.retries = static_cast<int>(random.Below(40));
    input.budget = static_cast<int>(random.Below(4));
    input.remaining_ms = random.Unit() * 70'000;
    input.random = random.Unit();
    const RetryPlan plan = PlanRetry(input);
    if (!plan.again) continue;
    ASSERT_GE(plan.delay_ms, 0);
    ASSERT_LE(plan.delay_ms, kMaxRetryAfterMs);
    ASSERT_LT(plan.delay_ms, input.remaining_ms);
    ASSERT_LE(input.tries, input.retries);
    ASSERT_GE(input.budget, 1);
  }
}

TEST(RetryPlan, RepeatsPostAndPutNever) {
  const struct {
    Method method;
    bool alone;
    bool marked;
  } rows[] = {{Method::kGet, true, true},    {Method::kHead, true, true},
              {Method::kPost, false, false}, {Method::kPut, false, false},
              {Method::kPatch, false, true}, {Method::kDelete, false, true}};
  for (const auto& row : rows) {
    EXPECT_EQ(MayRepeat(row.method, false), row.alone) << ToName(row.method);
    EXPECT_EQ(MayRepeat(row.method, true), row.marked) << ToName(row.method);
  }
}

}  // namespace
}  // namespace agencyhandy::testing
