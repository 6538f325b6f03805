// Replies that a person pastes into the machine of onboarding.h.
#include "core/onboarding_support.h"

namespace agencyhandy::testing {
namespace {

using Effect = OnboardingEffect;
using Name = OnboardingName;

TEST(Onboarding, ReachesReadyByAPastedReplyWithoutAKey) {
  Onboarding machine;
  EXPECT_EQ(machine.OnReply(ReadData("companies-guide.json")), Effect::kNone);
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().companies[0].id, "6525994184e9ddd79853450e");
  EXPECT_EQ(machine.OnRetry(), Effect::kNone);
  EXPECT_STREQ(machine.state().error->reason(), "key_missing");
}

TEST(Onboarding, ExplainsAReplyThatIsNone) {
  const struct {
    std::string text;
    Expected expected;
    int status;
  } rows[] = {
      {"", {ErrorKind::kInvalidInput, "reply", "reply_empty", -1, -1}, 0},
      {" \n\t", {ErrorKind::kInvalidInput, "reply", "reply_empty", -1, -1}, 0},
      {"\xEF\xBB\xBF", {ErrorKind::kInvalidInput, "reply", "reply_empty", -1, -1}, 0},
      {"<html></html>", {ErrorKind::kUnexpectedContent, "reply", "reply_html", -1, -1}, 0},
      {" \n<!doctype html>", {ErrorKind::kUnexpectedContent, "reply", "reply_html", -1, -1}, 0},
      {"curl: (6) Could not resolve host",
       {ErrorKind::kMalformedResponse, "reply", "reply_not_json", -1, -1},
       0},
      {R"({"companies":[)", {ErrorKind::kMalformedResponse, "reply", "reply_not_json", -1, -1}, 0},
      {R"({"companies":[]} $ )",
       {ErrorKind::kMalformedResponse, "reply", "reply_not_json", -1, -1},
       0},
      {Repeat("[", 600), {ErrorKind::kMalformedResponse, "reply", "reply_not_json", -1, -1}, 0},
      {"\xFF\xFE", {ErrorKind::kMalformedResponse, "reply", "reply_not_json", -1, -1}, 0},
      {R"({"status":401})", {ErrorKind::kKeyRejected, "", "reply_error", -1, -1}, 401},
      {R"({"type":"PermissionError","status":403})",
       {ErrorKind::kForbidden, "", "reply_error", -1, -1},
       403},
      {R"({"status":422,"fieldName":"email"})",
       {ErrorKind::kValidation, "", "reply_error", -1, -1},
       422},
      {R"({"status":429})", {ErrorKind::kRateLimited, "", "reply_error", -1, -1}, 429},
      {R"({"status":503})", {ErrorKind::kServerError, "", "reply_error", -1, -1}, 503},
      {"{}", {ErrorKind::kMalformedResponse, "companies", "reply_no_companies", -1, -1}, 0},
      {"[]", {ErrorKind::kMalformedResponse, "companies", "reply_no_companies", -1, -1}, 0},
      {"null", {ErrorKind::kMalformedResponse, "companies", "reply_no_companies", -1, -1}, 0},
      {"0", {ErrorKind::kMalformedResponse, "companies", "reply_no_companies", -1, -1}, 0},
      {R"({"status":200,"message":"ok"})",
       {ErrorKind::kMalformedResponse, "companies", "reply_no_companies", -1, -1},
       0},
      {R"({"companies":null})",
       {ErrorKind::kMalformedResponse, "companies", "reply_no_companies", -1, -1},
       0},
      {R"({"companies":[{"name":"a"}]})",
       {ErrorKind::kMalformedResponse, "companies[0]._id", "", -1, -1},
       0},
      {R"({"companies":[7]})", {ErrorKind::kMalformedResponse, "companies[0]", "", -1, -1}, 0},
  };
  for (const auto& row : rows) {
    Onboarding machine;
    machine.OnWorkspace("acme");
    EXPECT_EQ(machine.OnReply(row.text), Effect::kNone);
    EXPECT_EQ(machine.state().name, Name::kNeedsKey);
    ASSERT_NE(machine.state().error.get(), nullptr) << Show(row.text);
    EXPECT_TRUE(IsError(*machine.state().error.get(), row.expected)) << Show(row.text);
    EXPECT_EQ(machine.state().error->status, row.status);
  }
}

TEST(Onboarding, AFailedReplyLeavesARunningVerificationAlone) {
  Onboarding machine;
  (void)machine.OnKey(SampleKey(), kNowMs);
  const int generation = machine.generation();
  EXPECT_EQ(machine.OnReply("<html>"), Effect::kNone);
  EXPECT_EQ(machine.state().name, Name::kVerifying);
  machine.OnVerified(generation, MakeCompanies("a"));
  EXPECT_EQ(machine.state().name, Name::kReady);
  EXPECT_EQ(machine.state().error.get(), nullptr);
}

TEST(Onboarding, AReplyWithTenThousandCompaniesIsRead) {
  std::string reply = "{\"companies\":[";
  for (int i = 0; i < 10'000; ++i) {
    reply += (i > 0 ? ",{\"_id\":\"" : "{\"_id\":\"") + std::to_string(i) + "\"}";
  }
  Onboarding machine;
  machine.OnReply(reply + "]}");
  EXPECT_EQ(machine.state().name, Name::kChoosesCompany);
  machine.OnCompany("9999");
  EXPECT_EQ(machine.state().company, 9999U);
}

}  // namespace
}  // namespace agencyhandy::testing
