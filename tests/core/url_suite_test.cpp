// Holds base URLs and workspace links against the URL cases of web-platform-tests, which are not
// part of the project. The suite says what a browser makes of a text; whatever this library accepts
// must lead a browser to the same place.
#include <algorithm>
#include <string>
#include <vector>

#include "core/support.h"
#include "core/url.h"
#include "core/workspace.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::testing {
namespace {

using reference::Json;

// The suite holds lone surrogates, which are no text: each becomes U+FFFD, as a browser does it.
std::string ReplaceLoneSurrogates(std::string text) {
  const auto is_unit = [&](std::size_t at, std::string_view third) {
    return text.compare(at, 2, "\\u") == 0 && at + 6 <= text.size() &&
           (text[at + 2] == 'D' || text[at + 2] == 'd') &&
           third.find(text[at + 3]) != std::string_view::npos;
  };
  constexpr std::string_view kHigh = "89ABab";
  constexpr std::string_view kLow = "CDEFcdef";
  for (std::size_t at = 0; at + 6 <= text.size(); ++at) {
    if (text[at] != '\\') continue;
    if (is_unit(at, kHigh) && is_unit(at + 6, kLow)) {
      at += 11;
    } else if (is_unit(at, kHigh) || is_unit(at, kLow)) {
      text.replace(at, 6, "\\uFFFD");
      at += 5;
    } else {
      ++at;  // another escape, "\\" among them
    }
  }
  return text;
}

struct UrlCase {
  std::string input;
  bool fails = false;
  std::string protocol, username, password, hostname, port, pathname, search, hash;
};

class UrlSuite : public ::testing::Test {
 protected:
  void SetUp() override {
    const std::string path = FindSuite("wpt-urltestdata.json");
    if (path.empty()) GTEST_SKIP() << "absent: ../shared/suites/wpt-urltestdata.json";
    const std::optional<Json> suite = reference::ParseJson(ReplaceLoneSurrogates(ReadFile(path)));
    ASSERT_TRUE(suite.has_value());
    for (const Json& item : suite->items) {
      if (item.type == Json::Type::kObject) cases_.push_back(ToCase(item));
    }
    ASSERT_GT(cases_.size(), 700U);
  }

  static UrlCase ToCase(const Json& item) {
    const auto text = [&](const char* name) {
      const Json* found = item.Find(name);
      return found != nullptr && found->IsString() ? found->text : std::string();
    };
    UrlCase out;
    out.input = text("input");
    out.fails = item.Find("failure") != nullptr;
    out.protocol = text("protocol");
    out.username = text("username");
    out.password = text("password");
    out.hostname = text("hostname");
    out.port = text("port");
    out.pathname = text("pathname");
    out.search = text("search");
    out.hash = text("hash");
    return out;
  }

  std::vector<UrlCase> cases_;
};

TEST_F(UrlSuite, AnAcceptedBaseUrlIsWhatABrowserMakesOfIt) {
  int accepted = 0;
  for (const UrlCase& one : cases_) {
    const Result<std::string> url = ParseBaseUrl(one.input);
    if (!url.ok()) continue;
    ++accepted;
    SCOPED_TRACE(Show(one.input));
    EXPECT_FALSE(one.fails);
    EXPECT_EQ(one.username + one.password + one.search + one.hash, "");
    EXPECT_TRUE(one.protocol == "https:" ||
                (one.protocol == "http:" && IsLoopbackHost(one.hostname)));
    std::string expected = one.protocol + "//" + one.hostname;
    if (!one.port.empty()) expected += ":" + one.port;
    if (one.pathname != "/") expected += one.pathname;
    while (expected.back() == '/') expected.pop_back();
    std::string given = url.value();
    const std::string default_port = one.protocol == "https:" ? ":443" : ":80";
    const std::size_t at = given.find(default_port);
    if (one.port.empty() && at != std::string::npos) given.erase(at, default_port.size());
    EXPECT_EQ(given, expected);
  }
  EXPECT_GT(accepted, 5);
}

TEST_F(UrlSuite, AnAcceptedWorkspaceAddressKeepsTheHostThatABrowserSees) {
  int accepted = 0;
  for (const UrlCase& one : cases_) {
    const Result<std::string> url = ParseWorkspace(one.input);
    if (!url.ok()) continue;
    SCOPED_TRACE(Show(one.input) + " " + url.value());
    EXPECT_EQ(url.value().find('@'), std::string::npos);
    std::string lower = one.input;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    // Without a scheme the text is a name or a host of ours, not a browser's relative address.
    if (lower.rfind("http://", 0) != 0 && lower.rfind("https://", 0) != 0) continue;
    std::string typed = lower.substr(lower.find("//") + 2);
    typed.resize(std::min(typed.find_first_of("/?#:"), typed.size()));
    if (!typed.empty() && typed.back() == '.') typed.pop_back();
    // A host without a dot is a workspace name, whatever a browser makes of it.
    if (typed.find('.') == std::string::npos && !IsLoopbackHost(typed)) continue;
    ++accepted;
    EXPECT_FALSE(one.fails);
    EXPECT_EQ(one.username + one.password, "");
    std::string host = one.hostname;
    if (host.back() == '.') host.pop_back();
    const std::string rest = url.value().substr(url.value().find("//") + 2);
    EXPECT_EQ(rest.compare(0, host.size(), host), 0);
    EXPECT_TRUE(rest[host.size()] == '/' || (rest[host.size()] == ':' && IsLoopbackHost(host)));
  }
  EXPECT_GT(accepted, 8);
}

}  // namespace
}  // namespace agencyhandy::testing
