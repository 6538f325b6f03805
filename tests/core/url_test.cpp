#include "core/url.h"

#include "core/limits.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

// ---- base URL

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
  const std::string_view texts[] = {
      "", " ", "https://", "https:///x", "http://", "api.agencyhandy.com", "//api.agencyhandy.com",
      "https:api.example.com", "https:/api.example.com", "ftp://api.example.com", "javascript:alert(1)",
      "data:text/html,x", "file:///etc/passwd", "ws://127.0.0.1", "blob:https://api.example.com",
      "http://api.agencyhandy.com", "http://127.0.0.1.example.com", "http://localhost.example.com",
      "http://xlocalhost", "http://127.1", "http://127.0.0.256", "http://127.0.0.1.", "http://127.0.0.01",
      "http://127.0.0", "http://127.0.0.1.1", "http://0.0.0.0", "http://192.168.0.1", "http://[::2]",
      "http://[::ffff:127.0.0.1]", "http://0x7f.0.0.1", "http://2130706433", "http://127..0.1",
      "http://127.0.0.1%2eexample.com", "https://192.168.0.1", "https://1.2.3.4", "https://0x7f000001",
      "https://a.0x7f", "https://a.1", "https://[::2]", "https://[::1", "https://::1", "https://[::1]x",
      "https://[::1]:", "https://[]", "https://user@api.example.com", "https://user:pass@api.example.com",
      "https://:@api.example.com", "https://@api.example.com", "https://api.example.com@evil.example",
      "https://api.example.com:443@evil.example", "https://api.example.com?x", "https://api.example.com?",
      "https://api.example.com#x", "https://api.example.com#", "https://api.example.com/?a=1",
      "https://api.example.com/#", "https://api.example.com:", "https://api.example.com:0",
      "https://api.example.com:65536", "https://api.example.com:99999999999999999999",
      "https://api.example.com:80a", "https://api.example.com:-1", "https://api.example.com:+1",
      "https://api.example.com: 1", "https://api.example.com:1:2", "https://api.example.com\\evil.example",
      "https:\\\\api.example.com", "https://api.example.com\\@evil.example", "https://api.example.com/\\x",
      "https://api..example.com", "https://.example.com", "https://example.com.", "https://-a.example",
      "https://a-.example", "https://a_b.example", "https://a b.example", "https://m\xC3\xBCnchen.example",
      "https://a%2eb.example", "https://%61pi.example", "https://a\tb.example", "https://a\nb.example",
      "https://api.example.com\0.evil.example"sv, "https://\xE2\x80\x8B" "api.example.com",
      "https://api\xE3\x80\x82" "example.com", "https://api.example.com/..", "https://api.example.com/.",
      "https://api.example.com/a/../b", "https://api.example.com/a//b", "https://api.example.com//a",
      "https://api.example.com/%2e%2e", "https://api.example.com/%2E", "https://api.example.com/a%2fb",
      "https://api.example.com/%", "https://api.example.com/%zz", "https://api.example.com/%00",
      "https://api.example.com/a\nb", "https://api.example.com/\x7F", "https://*.example.com"};
  for (const std::string_view text : texts) {
    EXPECT_TRUE(Fails(ParseBaseUrl(text), "baseUrl", kAnyReason)) << Show(text);
  }
  EXPECT_TRUE(Fails(ParseBaseUrl("https://" + Repeat("a", 64) + ".example"), "baseUrl", kAnyReason));
  EXPECT_TRUE(ParseBaseUrl("https://" + Repeat("a", 63) + ".example").ok());
}

TEST(BaseUrl, NeverEndsWithASlash) {
  for (const std::string& path : {"/"s, "//"s, "///"s, "/api/"s, "/api//"s, "/api/v1///"s,
                                  Repeat("/", 5000)}) {
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

// ---- hosts

TEST(Host, IsLoopbackOnlyOnThisMachine) {
  for (const std::string_view host : {"localhost", "a.localhost", "a.b.localhost", "127.0.0.1",
                                      "127.0.0.0", "127.1.2.3", "127.255.255.255", "[::1]"}) {
    EXPECT_TRUE(IsLoopbackHost(host)) << host;
  }
  for (const std::string_view host :
       {"", "localhos", "localhost.", "localhostx", ".localhost", "a..localhost", "-.localhost",
        "localhost.example", "127", "127.", "127.0", "127.0.0", "127.0.0.", "127.0.0.1.", "127.0.0.1.1",
        "127.0.0.256", "127.00.0.1", "127.0.0.0x1", "127.0.0.a", "127..0.1", "127.0..1", "128.0.0.1",
        "0.0.0.0", "::1", "[::]", "[::2]", "[0:0:0:0:0:0:0:1]", "127.0.0.1 ", "127.0.0.+1"}) {
    EXPECT_FALSE(IsLoopbackHost(host)) << host;
  }
}

TEST(Host, SplitsAtThePort) {
  const struct {
    std::string_view authority;
    std::string_view host;
    std::string_view port;
  } rows[] = {{"", "", ""},
              {"a", "a", ""},
              {"a:1", "a", "1"},
              {"a:", "a", ""},
              {":1", "", "1"},
              {"[::1]", "[::1]", ""},
              {"[::1]:80", "[::1]", "80"},
              {"a:1:2", "a:1", "2"}};
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
       {"", ".", "a.", ".a", "a..b", "-a", "a-", "a.-b", "A", "a_b", "a b", "1", "a.1", "a.0x1",
        "a.1b", "m\xC3\xBC", "a:1", "[::1]", "a/b", "a%2eb"}) {
    EXPECT_FALSE(IsDomainName(host)) << host;
  }
}

// ---- path

TEST(Path, KeepsWhatIsSafe) {
  const struct {
    std::string_view text;
    std::string_view path;
  } rows[] = {
      {"/", "/"},
      {"/accounts/companies", "/accounts/companies"},
      {"/a/", "/a/"},
      {"/a.b/..c/d../e...f", "/a.b/..c/d../e...f"},
      {"/...", "/..."},
      {"/a b", "/a%20b"},
      {"/caf\xC3\xA9", "/caf%C3%A9"},
      {"/\xF0\x9F\x98\x80", "/%F0%9F%98%80"},
      {"/a%20b", "/a%20b"},
      {"/a%C3%a9", "/a%C3%a9"},
      {"/@evil.example", "/@evil.example"},
      {"/https:evil.example", "/https:evil.example"},
      {"/a:b;c=d,e+f!g$h&i(j)*k@l~m-n_o", "/a:b;c=d,e+f!g$h&i(j)*k@l~m-n_o"},
      {"/'\"<>^`{|}[]", "/%27%22%3C%3E%5E%60%7B%7C%7D%5B%5D"},
      {"/\xFF", "/%FF"},
  };
  for (const auto& row : rows) {
    const Result<std::string> path = ParsePath(row.text);
    ASSERT_TRUE(path.ok()) << Show(row.text);
    EXPECT_EQ(path.value(), row.path) << Show(row.text);
  }
}

TEST(Path, RefusesWhatLeadsOutOrReadsTwoWays) {
  const std::string_view texts[] = {
      // absolute, or no path
      "", "a", "accounts/companies", "https://evil.example", "https://evil.example/a", "http:evil",
      "//evil.example", "///evil.example", "//", "\\\\evil.example", "/\\evil.example", "\\evil.example",
      "javascript:alert(1)", "?a=1", "#a", "@evil.example", ":80", ";", " /a", "\t/a",
      // query and fragment
      "/a?b", "/a?", "/?", "/a#b", "/#", "/%23?",
      // empty and dot segments
      "/a//b", "/a//", "/a///b", "/.", "/..", "/./a", "/../a", "/a/.", "/a/..", "/a/./b", "/a/../b",
      "/a/../../b", "/a/..//b",
      // the same, encoded
      "/%2e", "/%2E", "/%2e%2e", "/%2E%2e", "/.%2e", "/%2e.", "/a/%2e%2e/b", "/a/.%2E", "/a%2eb",
      "/file%2Ejson", "/%252e%252e", "/a/%252e%252e/b", "/%252E", "/%2%65",
      // slashes, encoded
      "/a%2fb", "/a%2Fb", "/%2f", "/%2f%2fevil.example", "/%2F..", "/a%252fb", "/%25x%252fy",
      // backslashes
      "/a\\b", "/\\", "/a\\..\\b", "/%5c", "/a%5Cb", "/%5c%5cevil.example", "/a%255cb",
      // control characters
      "/a\nb", "/a\r\nx-evil: 1", "/a\tb", "/\0"sv, "/a\0b"sv, "/\x7F", "/\x01", "/%00", "/a%00b",
      "/%0a", "/%0D%0A", "/%7f", "/%1F", "/%2500",
      // broken encoding
      "/%", "/a%", "/%2", "/%a", "/%zz", "/%2g", "/%%", "/% 2e"};
  for (const std::string_view text : texts) {
    EXPECT_TRUE(Fails(ParsePath(text), "path", kAnyReason)) << Show(text);
  }
}

TEST(Path, IsAtMost8192BytesAfterEncoding) {
  EXPECT_TRUE(ParsePath("/" + Repeat("a", kMaxTargetLength - 1)).ok());
  EXPECT_TRUE(Fails(ParsePath("/" + Repeat("a", kMaxTargetLength)), "path", kAnyReason));
  EXPECT_TRUE(Fails(ParsePath("/" + Repeat(" ", kMaxTargetLength / 3 + 1)), "path", kAnyReason));
  EXPECT_TRUE(Fails(ParsePath(Repeat("/a", 1'000'000)), "path", kAnyReason));
}

TEST(Path, ReadAgainIsTheSame) {
  for (const std::string_view text : {"/a b/c%20d/\xC3\xA9", "/a/", "/'\"", "/a;b=c,d"}) {
    const Result<std::string> once = ParsePath(text);
    ASSERT_TRUE(once.ok());
    EXPECT_EQ(ParsePath(once.value()).value(), once.value());
  }
}

// ---- segments

TEST(Segments, AreEncodedWhole) {
  const struct {
    std::vector<std::string_view> segments;
    std::string_view path;
  } rows[] = {
      {{"orders"}, "/orders"},
      {{"orders", "6525994184e9ddd79853450e"}, "/orders/6525994184e9ddd79853450e"},
      {{"a b", "c?d", "e#f", "g%h", "i&j=k"}, "/a%20b/c%3Fd/e%23f/g%25h/i%26j%3Dk"},
      {{"a:b", "@c", ";d", "e+f", "g'h"}, "/a%3Ab/%40c/%3Bd/e%2Bf/g%27h"},
      {{"caf\xC3\xA9", "\xF0\x9F\x98\x80"}, "/caf%C3%A9/%F0%9F%98%80"},
      {{"...", "..a", "a..", ".a"}, "/.../..a/a../.a"},
      {{"%zz", "100%"}, "/%25zz/100%25"},
      {{"%41"}, "/%2541"},
  };
  for (const auto& row : rows) {
    const Result<std::string> path = JoinPath(row.segments);
    ASSERT_TRUE(path.ok()) << row.path;
    EXPECT_EQ(path.value(), row.path);
  }
}

TEST(Segments, RefuseWhatLeadsOut) {
  for (const std::string_view segment :
       {""sv, "."sv, ".."sv, "/"sv, "a/b"sv, "/a"sv, "a/"sv, "\\"sv, "a\\b"sv, "//evil.example"sv,
        "http://evil.example"sv, "%2e"sv, "%2E%2e"sv, ".%2e"sv, "%2f"sv, "a%2Fb"sv, "%5c"sv,
        "%x%2fy"sv, "100%%2f"sv, "a%5Cb"sv, "%00"sv, "%0a"sv, "\0"sv, "a\0b"sv, "\n"sv, "a\r\nb"sv, "\t"sv, "\x7F"sv,
        "../../admin"sv, "..\\..\\admin"sv}) {
    EXPECT_TRUE(Fails(JoinPath({segment}), "path", kAnyReason)) << Show(segment);
    EXPECT_TRUE(Fails(JoinPath({"orders", segment}), "path", kAnyReason)) << Show(segment);
    EXPECT_TRUE(Fails(JoinPath({segment, "orders"}), "path", kAnyReason)) << Show(segment);
  }
  EXPECT_TRUE(Fails(JoinPath({}), "path", kAnyReason));
}

TEST(Segments, AreAtMost8192BytesInAll) {
  const std::string longest = Repeat("a", kMaxTargetLength - 1);
  EXPECT_TRUE(JoinPath({longest}).ok());
  EXPECT_TRUE(Fails(JoinPath({longest, "b"}), "path", kAnyReason));
  EXPECT_TRUE(Fails(JoinPath({Repeat("\xC3\xA9", 1500)}), "path", kAnyReason));
}

// ---- query

TEST(Query, EncodesEverythingButUnreservedCharacters) {
  const struct {
    std::vector<std::string_view> query;
    std::string_view text;
  } rows[] = {
      {{}, ""},
      {{"type", "company"}, "?type=company"},
      {{"a", "1", "b", "2", "a", "3"}, "?a=1&b=2&a=3"},
      {{"", ""}, "?="},
      {{"", "", "", ""}, "?=&="},
      {{"a b", "c&d=e"}, "?a%20b=c%26d%3De"},
      {{"q", "?#[]/\\:@!$&'()*+,;=\"<>^`{|}% "},
       "?q=%3F%23%5B%5D%2F%5C%3A%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%22%3C%3E%5E%60%7B%7C%7D%25%20"},
      {{"n", "\r\nx-evil: 1"}, "?n=%0D%0Ax-evil%3A%201"},
      {{"z", "\0"sv}, "?z=%00"},
      {{"e", "\xC3\xA9\xF0\x9F\x98\x80"}, "?e=%C3%A9%F0%9F%98%80"},
      {{"k", "-._~09azAZ"}, "?k=-._~09azAZ"},
  };
  for (const auto& row : rows) EXPECT_EQ(EncodeQuery(row.query), row.text);
}

}  // namespace
}  // namespace agencyhandy::testing
