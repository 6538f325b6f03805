#include "core/url.h"

#include "core/limits.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

TEST(BaseUrl, IsHttpsOrHttpOnLoopback) {
  const struct {
    std::string_view text;
    std::string_view url;
  } rows[] = {
      {"https://api.agencyhandy.com", "https://api.agencyhandy.com"},
      {"https://api.agencyhandy.com/", "https://api.agencyhandy.com"},
      {"HTTPS://API.AgencyHandy.com", "https://api.agencyhandy.com"},
      {"  https://api.example.com\n", "https://api.example.com"},
      {"https://api.agencyhandy.com/api/v1", "https://api.agencyhandy.com/api/v1"},
      {"https://api.agencyhandy.com/api/v1/", "https://api.agencyhandy.com/api/v1"},
      {"https://api.example.com/A%20b", "https://api.example.com/A%20b"},
      {"https://api.example.com/a b", "https://api.example.com/a%20b"},
      {"https://api.example.com:8443", "https://api.example.com:8443"},
      {"https://a.b-c.d1.example", "https://a.b-c.d1.example"},
      {"https://xn--mnchen-3ya.example", "https://xn--mnchen-3ya.example"},
      {"https://intranet", "https://intranet"},
      {"http://localhost", "http://localhost"},
      {"http://LOCALHOST:8081/", "http://localhost:8081"},
      {"http://api.localhost:8081", "http://api.localhost:8081"},
      {"http://127.0.0.1:8081", "http://127.0.0.1:8081"},
      {"http://127.255.255.254", "http://127.255.255.254"},
      {"http://[::1]:8081/x", "http://[::1]:8081/x"},
      {"https://127.0.0.1", "https://127.0.0.1"},
      {"https://[::1]", "https://[::1]"},
      {"https://api.example.com:65535", "https://api.example.com:65535"},
      {"https://api.example.com:1", "https://api.example.com:1"},
  };
  for (const auto& row : rows) {
    const Result<std::string> url = ParseBaseUrl(row.text);
    ASSERT_TRUE(url.ok()) << row.text;
    EXPECT_EQ(url.value(), row.url) << row.text;
  }
}

TEST(BaseUrl, RefusesEverythingElse) {
  const std::string_view texts[] = {"",
                                    " ",
                                    "https://",
                                    "https:///x",
                                    "http://",
                                    "api.agencyhandy.com",
                                    "//api.agencyhandy.com",
                                    "https:api.example.com",
                                    "https:/api.example.com",
                                    "ftp://api.example.com",
                                    "javascript:alert(1)",
                                    "data:text/html,x",
                                    "file:///etc/passwd",
                                    "ws://127.0.0.1",
                                    "blob:https://api.example.com",
                                    "http://api.agencyhandy.com",
                                    "http://127.0.0.1.example.com",
                                    "http://localhost.example.com",
                                    "http://xlocalhost",
                                    "http://127.1",
                                    "http://127.0.0.256",
                                    "http://127.0.0.1.",
                                    "http://127.0.0.01",
                                    "http://127.0.0",
                                    "http://127.0.0.1.1",
                                    "http://0.0.0.0",
                                    "http://192.168.0.1",
                                    "http://[::2]",
                                    "http://[::ffff:127.0.0.1]",
                                    "http://0x7f.0.0.1",
                                    "http://2130706433",
                                    "http://127..0.1",
                                    "http://127.0.0.1%2eexample.com",
                                    "https://192.168.0.1",
                                    "https://1.2.3.4",
                                    "https://0x7f000001",
                                    "https://a.0x7f",
                                    "https://a.1",
                                    "https://[::2]",
                                    "https://[::1",
                                    "https://::1",
                                    "https://[::1]x",
                                    "https://[::1]:",
                                    "https://[]",
                                    "https://user@api.example.com",
                                    "https://user:pass@api.example.com",
                                    "https://:@api.example.com",
                                    "https://@api.example.com",
                                    "https://api.example.com@evil.example",
                                    "https://api.example.com:443@evil.example",
                                    "https://api.example.com?x",
                                    "https://api.example.com?",
                                    "https://api.example.com#x",
                                    "https://api.example.com#",
                                    "https://api.example.com/?a=1",
                                    "https://api.example.com/#",
                                    "https://api.example.com:",
                                    "https://api.example.com:0",
                                    "https://api.example.com:65536",
                                    "https://api.example.com:99999999999999999999",
                                    "https://api.example.com:80a",
                                    "https://api.example.com:-1",
                                    "https://api.example.com:+1",
                                    "https://api.example.com: 1",
                                    "https://api.example.com:1:2",
                                    "https://api.example.com\\evil.example",
                                    "https:\\\\api.example.com",
                                    "https://api.example.com\\@evil.example",
                                    "https://api.example.com/\\x",
                                    "https://api..example.com",
                                    "https://.example.com",
                                    "https://example.com.",
                                    "https://-a.example",
                                    "https://a-.example",
                                    "https://a_b.example",
                                    "https://a b.example",
                                    "https://m\xC3\xBCnchen.example",
                                    "https://a%2eb.example",
                                    "https://%61pi.example",
                                    "https://a\tb.example",
                                    "https://a\nb.example",
                                    "https://api.example.com\0.evil.example"sv,
                                    "https://\xE2\x80\x8B"
                                    "api.example.com",
                                    "https://api\xE3\x80\x82"
                                    "example.com",
                                    "https://api.example.com/..",
                                    "https://api.example.com/.",
                                    "https://api.example.com/a/../b",
                                    "https://api.example.com/a//b",
                                    "https://api.example.com//a",
                                    "https://api.example.com/%2e%2e",
                                    "https://api.example.com/%2E",
                                    "https://api.example.com/a%2fb",
                                    "https://api.example.com/%",
                                    "https://api.example.com/%zz",
                                    "https://api.example.com/%00",
                                    "https://api.example.com/a\nb",
                                    "https://api.example.com/\x7F",
                                    "https://*.example.com"};
  for (const std::string_view text : texts) {
    EXPECT_TRUE(Fails(ParseBaseUrl(text), "baseUrl", kAnyReason)) << Show(text);
  }
  EXPECT_TRUE(
      Fails(ParseBaseUrl("https://" + Repeat("a", 64) + ".example"), "baseUrl", kAnyReason));
  EXPECT_TRUE(ParseBaseUrl("https://" + Repeat("a", 63) + ".example").ok());
}

TEST(BaseUrl, NeverEndsWithASlash) {
  for (const std::string& path :
       {"/"s, "//"s, "///"s, "/api/"s, "/api//"s, "/api/v1///"s, Repeat("/", 5000)}) {
    for (const char* origin : {"https://api.example.com", "http://127.0.0.1:8081"}) {
      const Result<std::string> url = ParseBaseUrl(origin + path);
      if (url.ok()) {
        EXPECT_NE(url.value().back(), '/') << Show(path);
      }
    }
  }
}

TEST(BaseUrl, ReadAgainIsTheSame) {
  for (const std::string_view text :
       {"https://api.agencyhandy.com", "HTTPS://Api.Example.com:443/A b/%41", "http://[::1]:9/x/",
        "https://api.example.com/caf\xC3\xA9"}) {
    const Result<std::string> once = ParseBaseUrl(text);
    ASSERT_TRUE(once.ok()) << text;
    const Result<std::string> twice = ParseBaseUrl(once.value());
    ASSERT_TRUE(twice.ok()) << once.value();
    EXPECT_EQ(twice.value(), once.value());
  }
}

TEST(BaseUrl, NeverRepeatsTheTextInAnError) {
  const Result<std::string> url = ParseBaseUrl("https://user:secret@api.example.com");
  ASSERT_FALSE(url.ok());
  EXPECT_EQ(AllTextOf(url.error()).find("secret"), std::string::npos);
}

TEST(Host, IsLoopbackOnlyOnThisMachine) {
  for (const std::string_view host : {"localhost", "a.localhost", "a.b.localhost", "127.0.0.1",
                                      "127.0.0.0", "127.1.2.3", "127.255.255.255", "[::1]"}) {
    EXPECT_TRUE(IsLoopbackHost(host)) << host;
  }
  for (const std::string_view host : {"",
                                      "localhos",
                                      "localhost.",
                                      "localhostx",
                                      ".localhost",
                                      "a..localhost",
                                      "-.localhost",
                                      "localhost.example",
                                      "127",
                                      "127.",
                                      "127.0",
                                      "127.0.0",
                                      "127.0.0.",
                                      "127.0.0.1.",
                                      "127.0.0.1.1",
                                      "127.0.0.256",
                                      "127.00.0.1",
                                      "127.0.0.0x1",
                                      "127.0.0.a",
                                      "127..0.1",
                                      "127.0..1",
                                      "128.0.0.1",
                                      "0.0.0.0",
                                      "::1",
                                      "[::]",
                                      "[::2]",
                                      "[0:0:0:0:0:0:0:1]",
                                      "127.0.0.1 ",
                                      "127.0.0.+1"}) {
    EXPECT_FALSE(IsLoopbackHost(host)) << host;
  }
}

TEST(Host, SplitsAtThePort) {
  const struct {
    std::string_view authority;
    std::string_view host;
    std::string_view port;
  } rows[] = {
      {"", "", ""},    {"a", "a", ""},         {"a:1", "a", "1"},           {"a:", "a", ""},
      {":1", "", "1"}, {"[::1]", "[::1]", ""}, {"[::1]:80", "[::1]", "80"}, {"a:1:2", "a:1", "2"}};
  for (const auto& row : rows) {
    const HostPort parts = SplitHostPort(row.authority);
    EXPECT_EQ(parts.host, row.host) << row.authority;
    EXPECT_EQ(parts.port, row.port) << row.authority;
  }
}

TEST(Host, HasAPortFrom1To65535) {
  for (const std::string_view port : {"1", "80", "443", "8080", "65535"}) EXPECT_TRUE(IsPort(port));
  for (const std::string_view port :
       {"", "0", "65536", "-1", "+1", "1.0", "a", "8080 ", "9999999999999999999999"}) {
    EXPECT_FALSE(IsPort(port)) << port;
  }
}

TEST(Host, IsADomainNameOfLabels) {
  for (const std::string_view host : {"a", "a.b", "a-b.c", "1a.b2", "xn--a.b", "1.example"}) {
    EXPECT_TRUE(IsDomainName(host)) << host;
  }
  for (const std::string_view host :
       {"",    ".", "a.",  ".a",    "a..b", "-a",        "a-",  "a.-b",  "A",   "a_b",
        "a b", "1", "a.1", "a.0x1", "a.1b", "m\xC3\xBC", "a:1", "[::1]", "a/b", "a%2eb"}) {
    EXPECT_FALSE(IsDomainName(host)) << host;
  }
}

TEST(Url, ADomainNameHasAtMost253Characters) {
  const std::string longest = Repeat("a.", 125) + "abc";
  ASSERT_EQ(longest.size(), kMaxHostLength);
  EXPECT_TRUE(IsDomainName(longest));
  EXPECT_FALSE(IsDomainName("a" + longest));
  EXPECT_TRUE(ParseBaseUrl("https://" + longest).ok());
  EXPECT_TRUE(Fails(ParseBaseUrl("https://a" + longest), "baseUrl", kAnyReason));
}

}  // namespace
}  // namespace agencyhandy::testing
