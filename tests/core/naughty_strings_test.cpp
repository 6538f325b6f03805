// Puts the big list of naughty strings (minimaxir/big-list-of-naughty-strings), which is not part
// of the project, into every place that takes a text. Nothing crashes, and whatever is accepted is
// well formed.
#include <algorithm>
#include <cctype>
#include <string>
#include <vector>

#include "core/companies.h"
#include "core/json_reader.h"
#include "core/key_hints.h"
#include "core/onboarding.h"
#include "core/requests.h"
#include "core/responses.h"
#include "core/retry.h"
#include "core/support.h"
#include "core/workspace.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::testing {
namespace {

constexpr std::int64_t kNowMs = 1'800'000'000'000;

class StringsListener final : public JsonListener {
 public:
  void OnValue(const JsonValue& value, int depth) override {
    if (depth == 1 && value.type == JsonType::kString) strings.emplace_back(value.text);
  }
  std::vector<std::string> strings;
};

class NaughtyStrings : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string path = FindSuite("naughty-strings.json");
    if (path.empty()) GTEST_SKIP() << "absent: ../shared/suites/naughty-strings.json";
    StringsListener listener;
    ASSERT_TRUE(ReadJson(ReadFile(path), listener).ok());
    strings_ = std::move(listener.strings);
    ASSERT_EQ(strings_.size(), 515U);
  }

  std::vector<std::string> strings_;
};

bool IsVisibleAscii(std::string_view text) {
  if (text.empty()) return false;
  for (const char c : text) {
    if (c < 0x21 || c > 0x7E) return false;
  }
  return true;
}

// RFC 3986's characters, "%" only with two digits behind it, and `prefix` in front.
::testing::AssertionResult IsUrlBelow(const std::string& url, std::string_view prefix) {
  constexpr std::string_view kAllowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
  if (url.compare(0, prefix.size(), prefix) != 0) return ::testing::AssertionFailure() << url;
  for (std::size_t at = 0; at < url.size(); ++at) {
    if (kAllowed.find(url[at]) == std::string_view::npos) {
      return ::testing::AssertionFailure() << Show(url);
    }
    if (url[at] == '%' && (at + 2 >= url.size() || std::isxdigit(url[at + 1]) == 0 ||
                           std::isxdigit(url[at + 2]) == 0)) {
      return ::testing::AssertionFailure() << Show(url);
    }
  }
  return ::testing::AssertionSuccess();
}

TEST_F(NaughtyStrings, AsAKeyOrCompanyIdAreRefusedOrVisibleAscii) {
  int accepted = 0;
  for (const std::string& text : strings_) {
    SCOPED_TRACE(Show(text));
    const Result<ApiKey> key = ApiKey::Parse(text);
    const Result<std::string> company = ParseCompanyId(text);
    EXPECT_EQ(key.ok(), company.ok());
    if (key.ok()) {
      ++accepted;
      EXPECT_TRUE(IsVisibleAscii(key.value().view()));
      EXPECT_TRUE(IsVisibleAscii(company.value()));
    } else {
      EXPECT_EQ(key.error().kind, ErrorKind::kInvalidInput);
      EXPECT_STRNE(key.error().reason(), "");
    }
    const Result<KeyReport> report = InspectKey(text, kNowMs);
    if (report.ok()) {
      EXPECT_TRUE(IsVisibleAscii(report.value().key.view()));
    }
  }
  EXPECT_GT(accepted, 50);
}

TEST_F(NaughtyStrings, AsAPathStayBelowTheBaseUrl) {
  for (const std::string& text : strings_) {
    SCOPED_TRACE(Show(text));
    for (const std::string& path : {text, "/" + text, "/a/" + text + "/b"}) {
      RequestInput input;
      input.method = "GET";
      input.path = {path};
      const Result<Request> request = BuildRequest(input);
      if (request.ok()) {
        EXPECT_TRUE(IsUrlBelow(request.value().url, "https://api.agencyhandy.com/"));
      } else {
        EXPECT_EQ(request.error().where, "path");
      }
    }
  }
}

TEST_F(NaughtyStrings, AsASegmentStayOneSegment) {
  int accepted = 0;
  for (const std::string& text : strings_) {
    SCOPED_TRACE(Show(text));
    const Result<std::string> path = JoinPath({"before", text, "after"});
    if (!path.ok()) continue;
    ++accepted;
    EXPECT_TRUE(IsUrlBelow(path.value(), "/before/"));
    EXPECT_EQ(std::count(path.value().begin(), path.value().end(), '/'), 3);
  }
  EXPECT_GT(accepted, 250);
}

TEST_F(NaughtyStrings, AsAQueryStayOneValue) {
  for (const std::string& text : strings_) {
    SCOPED_TRACE(Show(text));
    const std::string query = EncodeQuery({"name", text, text, "value"});
    EXPECT_TRUE(IsUrlBelow(query, "?name="));
    EXPECT_EQ(std::count(query.begin(), query.end(), '&'), 1);
    EXPECT_EQ(std::count(query.begin(), query.end(), '='), 2);
    EXPECT_EQ(query.find('#'), std::string::npos);
  }
}

TEST_F(NaughtyStrings, AsAWorkspaceAreRefusedOrALink) {
  for (const std::string& text : strings_) {
    SCOPED_TRACE(Show(text));
    for (const std::string& typed : {text, "https://" + text, text + ".agencyhandy.com",
                                     "https://acme.agencyhandy.com/" + text}) {
      const Result<std::string> url = ParseWorkspace(typed);
      if (!url.ok()) {
        EXPECT_EQ(url.error().where, "workspace");
        EXPECT_STRNE(url.error().reason(), "");
        continue;
      }
      EXPECT_TRUE(IsUrlBelow(url.value(), "http"));
      EXPECT_EQ(url.value().find('@'), std::string::npos);
      const std::string_view tab = "/workspace-config?tab=api-key";
      EXPECT_EQ(url.value().find('/', 8), url.value().size() - tab.size());
    }
  }
}

TEST_F(NaughtyStrings, AsABaseUrlAreRefusedOrAnOrigin) {
  for (const std::string& text : strings_) {
    for (const std::string& typed : {text, "https://" + text, "https://api.example.com/" + text}) {
      const Result<std::string> url = ParseBaseUrl(typed);
      if (url.ok()) {
        EXPECT_TRUE(IsUrlBelow(url.value(), "http")) << Show(typed);
      }
    }
  }
}

TEST_F(NaughtyStrings, AsTextOfACompanyComeBackAsTheyAre) {
  for (const std::string& text : strings_) {
    if (text.empty()) continue;
    const std::string quoted = reference::QuoteJson(text);
    const Result<std::vector<Company>> companies =
        ParseCompanies("{\"message\":" + quoted + ",\"companies\":[{\"_id\":" + quoted +
                       ",\"name\":" + quoted + "," + quoted + ":" + quoted + "}]}");
    ASSERT_TRUE(companies.ok()) << Show(text);
    EXPECT_EQ(companies.value()[0].id, text);
    EXPECT_EQ(companies.value()[0].name, text);
  }
}

TEST_F(NaughtyStrings, AsAResponseAreATypedErrorOrJson) {
  for (const std::string& text : strings_) {
    SCOPED_TRACE(Show(text));
    const std::string headers = "content-type: application/json\r\nretry-after: " + text +
                                "\r\nx-request-id: " + text + "\r\n";
    for (const int status : {200, 400, 429, 500}) {
      Response response;
      response.status = status;
      response.body = text;
      response.headers = headers;
      const Result<Success> judged = JudgeResponse(Method::kGet, response);
      if (judged.ok()) {
        EXPECT_EQ(status, 200);
        continue;
      }
      const std::string message = std::string(judged.error().message()) + judged.error().detail;
      EXPECT_LE(message.size(), 200U);
      for (const char c : message) EXPECT_TRUE(c >= 0x20 && c < 0x7F);
      EXPECT_TRUE(judged.error().request_id.empty() || IsVisibleAscii(judged.error().request_id));
    }
    const std::optional<double> wait_ms = ParseRetryAfter(text, kNowMs);
    if (wait_ms) {
      EXPECT_GE(*wait_ms, 0);
    }
  }
}

TEST_F(NaughtyStrings, AsEventsLeaveTheMachineInAStateOfItsOwn) {
  Onboarding machine;
  for (const std::string& text : strings_) {
    machine.OnWorkspace(text);
    (void)machine.OnKey(text, kNowMs);
    machine.OnReply(text);
    machine.OnCompany(text);
    EXPECT_STRNE(ToName(machine.state().name), "");
    EXPECT_TRUE(machine.state().companies.empty()) << Show(text);
  }
}

}  // namespace
}  // namespace agencyhandy::testing
