#include "core/result.h"

#include <memory>
#include <string>

#include "core/support.h"

namespace agencyhandy::testing {
namespace {

TEST(Result, HoldsAValue) {
  Result<std::string> result = "value"s;
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), "value");
}

TEST(Result, CarriesAValueThatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(7);
  ASSERT_TRUE(result.ok());
  const std::unique_ptr<int> taken = std::move(result.value());
  EXPECT_EQ(*taken, 7);
}

TEST(Result, HoldsAnError) {
  const Result<int> result = InvalidInput("place", Text::kMethod);
  ASSERT_FALSE(result.ok());
  EXPECT_TRUE(Fails(result, "place", "method"));
}

TEST(Result, HandsItsErrorOn) {
  Result<int> first = InvalidInput("place", Text::kMethod);
  const Result<std::string> second = first.TakeFailure();
  EXPECT_TRUE(Fails(second, "place", "method"));
}

#ifndef NDEBUG
TEST(ResultDeathTest, ReadingTheWrongSideAsserts) {
  const Result<int> good = 1;
  const Result<int> bad = InvalidInput("place", Text::kMethod);
  EXPECT_DEATH((void)good.error(), "");
  EXPECT_DEATH((void)bad.value(), "");
}
#endif

}  // namespace
}  // namespace agencyhandy::testing
