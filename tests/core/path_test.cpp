// Paths, segments and queries of url.h; base URLs and hosts are in url_test.cpp.
#include "core/limits.h"
#include "core/support.h"
#include "core/url.h"

namespace agencyhandy::testing {
namespace {

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
      "//evil.example", "///evil.example", "//", "\\\\evil.example", "/\\evil.example",
      "\\evil.example", "javascript:alert(1)", "?a=1", "#a", "@evil.example", ":80", ";", " /a",
      "\t/a",
      // query and fragment
      "/a?b", "/a?", "/?", "/a#b", "/#", "/%23?",
      // empty and dot segments
      "/a//b", "/a//", "/a///b", "/.", "/..", "/./a", "/../a", "/a/.", "/a/..", "/a/./b", "/a/../b",
      "/a/../../b", "/a/..//b",
      // the same, encoded
      "/%2e", "/%2E", "/%2e%2e", "/%2E%2e", "/.%2e", "/%2e.", "/a/%2e%2e/b", "/a/.%2E", "/a%2eb",
      "/file%2Ejson", "/%252e%252e", "/a/%252e%252e/b", "/%252E", "/%2%65", "/%25%32%65",
      "/%252%65%252%65/x", "/%25%32%66x", "/%25%35c", "/%25%300",
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

TEST(Path, TakesNoLongTimeForManyLayersOfEncoding) {
  const std::string layers = "%" + Repeat("25", 500'000) + "2e";
  EXPECT_TRUE(Fails(ParsePath("/" + layers), "path", kAnyReason));
  EXPECT_TRUE(Fails(JoinPath({layers}), "path", kAnyReason));
  EXPECT_TRUE(Fails(ParsePath("/%" + Repeat("25", 3000) + "2e"), "path", kAnyReason));
}

TEST(Path, ReadAgainIsTheSame) {
  for (const std::string_view text : {"/a b/c%20d/\xC3\xA9", "/a/", "/'\"", "/a;b=c,d"}) {
    const Result<std::string> once = ParsePath(text);
    ASSERT_TRUE(once.ok());
    EXPECT_EQ(ParsePath(once.value()).value(), once.value());
  }
}

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
  for (const std::string_view segment : {""sv,
                                         "."sv,
                                         ".."sv,
                                         "/"sv,
                                         "a/b"sv,
                                         "/a"sv,
                                         "a/"sv,
                                         "\\"sv,
                                         "a\\b"sv,
                                         "//evil.example"sv,
                                         "http://evil.example"sv,
                                         "%2e"sv,
                                         "%2E%2e"sv,
                                         ".%2e"sv,
                                         "%2f"sv,
                                         "a%2Fb"sv,
                                         "%5c"sv,
                                         "%x%2fy"sv,
                                         "100%%2f"sv,
                                         "a%5Cb"sv,
                                         "%00"sv,
                                         "%0a"sv,
                                         "\0"sv,
                                         "a\0b"sv,
                                         "\n"sv,
                                         "a\r\nb"sv,
                                         "\t"sv,
                                         "\x7F"sv,
                                         "../../admin"sv,
                                         "..\\..\\admin"sv}) {
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
       "?q=%3F%23%5B%5D%2F%5C%3A%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%22%3C%3E%5E%60%7B%7C%7D%25%"
       "20"},
      {{"n", "\r\nx-evil: 1"}, "?n=%0D%0Ax-evil%3A%201"},
      {{"z", "\0"sv}, "?z=%00"},
      {{"e", "\xC3\xA9\xF0\x9F\x98\x80"}, "?e=%C3%A9%F0%9F%98%80"},
      {{"k", "-._~09azAZ"}, "?k=-._~09azAZ"},
  };
  for (const auto& row : rows) EXPECT_EQ(EncodeQuery(row.query), row.text);
}

}  // namespace
}  // namespace agencyhandy::testing
