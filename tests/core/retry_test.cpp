#include "core/retry.h"

#include "core/support.h"

namespace agencyhandy::testing {
namespace {

// Sunday, 6 November 1994, 08:49:37 UTC: the moment of RFC 9110's examples.
constexpr std::int64_t kExampleMs = 784'111'777'000;

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
      {ErrorKind::kNetwork, 0, true},
      {ErrorKind::kConnectionLost, 0, true},
      {ErrorKind::kConnectionLost, 200, true},
      {ErrorKind::kTimeout, 0, true},
      {ErrorKind::kTimeout, 408, true},
      {ErrorKind::kRateLimited, 429, true},
      {ErrorKind::kServerError, 500, true},
      {ErrorKind::kServerError, 502, true},
      {ErrorKind::kServerError, 503, true},
      {ErrorKind::kServerError, 504, true},
      {ErrorKind::kServerError, 501, false},
      {ErrorKind::kServerError, 505, false},
      {ErrorKind::kServerError, 599, false},
      {ErrorKind::kValidation, 400, false},
      {ErrorKind::kKeyRejected, 401, false},
      {ErrorKind::kForbidden, 403, false},
      {ErrorKind::kNotFound, 404, false},
      {ErrorKind::kConflict, 409, false},
      {ErrorKind::kValidation, 422, false},
      {ErrorKind::kUnrecognised, 425, false},
      {ErrorKind::kUnrecognised, 418, false},
      {ErrorKind::kUnrecognised, 600, false},
      {ErrorKind::kRedirectRefused, 307, false},
      {ErrorKind::kRedirectRefused, 0, false},
      {ErrorKind::kUnexpectedContent, 200, false},
      {ErrorKind::kMalformedResponse, 200, false},
      {ErrorKind::kResponseTooLarge, 200, false},
      {ErrorKind::kInvalidInput, 0, false},
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
    input.kind = status == 429   ? ErrorKind::kRateLimited
                 : status == 408 ? ErrorKind::kTimeout
                                 : ErrorKind::kServerError;
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
  for (const std::string_view value :
       {"abc", "-5", "+5", "1e9", "1.5", "0x10", "5, 10", "", " ", "NaN",
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:39 PST"}) {
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
  for (const std::string_view value :
       {std::string_view("61"), std::string_view("99999999999"), std::string_view(digits),
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
  const std::vector<std::string> values = {"",
                                           "0",
                                           "1",
                                           "59",
                                           "60",
                                           "61",
                                           "abc",
                                           "99999999999999999999",
                                           "Sun, 06 Nov 1994 08:49:40 GMT",
                                           "Sun Nov  6 08:50:00 1994"};
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
