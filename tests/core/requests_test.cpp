#include "core/requests.h"

#include "core/limits.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

RequestInput Get(std::string_view path) {
  RequestInput input;
  input.method = "GET";
  input.path = {path};
  return input;
}

// Whether a server that decodes once would see a "." or ".." between slashes.
bool HasDotSegment(std::string path) {
  for (const char* encoded : {"%2e", "%2E"}) {
    for (std::size_t at = path.find(encoded); at != std::string::npos; at = path.find(encoded)) {
      path.replace(at, 3, ".");
    }
  }
  path += '/';
  return path.find("/./") != std::string::npos || path.find("/../") != std::string::npos;
}

TEST(Requests, VerifyingIsOneGetOfTheCompaniesWithTheKeyAlone) {
  const Result<Request> request = BuildCompaniesRequest("");
  ASSERT_TRUE(request.ok());
  EXPECT_EQ(request.value().method, Method::kGet);
  EXPECT_EQ(request.value().url, "https://api.agencyhandy.com/accounts/companies");
  EXPECT_FALSE(request.value().has_body);
  EXPECT_EQ(request.value().json_body, "");
  EXPECT_FALSE(request.value().with_company);
}

TEST(Requests, HonourTheBaseUrl) {
  EXPECT_EQ(BuildCompaniesRequest("https://api.agencyhandy.com/api/v1/").value().url,
            "https://api.agencyhandy.com/api/v1/accounts/companies");
  EXPECT_EQ(BuildCompaniesRequest("http://127.0.0.1:8081").value().url,
            "http://127.0.0.1:8081/accounts/companies");
  EXPECT_TRUE(Fails(BuildCompaniesRequest("http://api.agencyhandy.com"), "baseUrl", kAnyReason));
}

TEST(Requests, NameHeadersInLowerCase) {
  EXPECT_STREQ(kKeyHeader, "x-api-key");
  EXPECT_STREQ(kCompanyHeader, "companyid");
}

TEST(Requests, ReadAMethodInAnyCase) {
  const struct {
    std::string_view text;
    Method method;
    bool safe;
  } rows[] = {{"GET", Method::kGet, true},      {"HEAD", Method::kHead, true},
              {"POST", Method::kPost, false},   {"PUT", Method::kPut, false},
              {"PATCH", Method::kPatch, false}, {"DELETE", Method::kDelete, false},
              {"get", Method::kGet, true},      {"pAtCh", Method::kPatch, false}};
  for (const auto& row : rows) {
    const Result<Method> method = ParseMethod(row.text);
    ASSERT_TRUE(method.ok()) << row.text;
    EXPECT_EQ(method.value(), row.method);
    EXPECT_EQ(IsSafe(row.method), row.safe);
    EXPECT_EQ(ParseMethod(ToName(row.method)).value(), row.method);
  }
}

TEST(Requests, RefuseOtherMethods) {
  for (const std::string_view text :
       {""sv, "GE"sv, "GETT"sv, " GET"sv, "GET "sv, "OPTIONS"sv, "TRACE"sv, "CONNECT"sv,
        "GET\r\nx-evil: 1"sv, "GET\0"sv, "\xC3\xA9"sv}) {
    EXPECT_TRUE(Fails(ParseMethod(text), "method", kAnyReason)) << Show(text);
    RequestInput input = Get("/roles");
    input.method = text;
    EXPECT_TRUE(Fails(BuildRequest(input), "method", kAnyReason)) << Show(text);
  }
}

TEST(Requests, PutPathAndQueryBehindTheBaseUrl) {
  RequestInput input = Get("/roles");
  input.query = {"type", "company", "q", "a&b"};
  EXPECT_EQ(BuildRequest(input).value().url,
            "https://api.agencyhandy.com/roles?type=company&q=a%26b");
  input.base_url = "https://api.example.com:8443/v2/";
  input.path_is_segments = true;
  input.path = {"orders", "a b"};
  EXPECT_EQ(BuildRequest(input).value().url,
            "https://api.example.com:8443/v2/orders/a%20b?type=company&q=a%26b");
}

TEST(Requests, RefuseABadPlaceUnderItsName) {
  RequestInput input = Get("//evil.example");
  EXPECT_TRUE(Fails(BuildRequest(input), "path", kAnyReason));
  input.path = {};
  EXPECT_TRUE(Fails(BuildRequest(input), "path", kAnyReason));
  input.path_is_segments = true;
  EXPECT_TRUE(Fails(BuildRequest(input), "path", kAnyReason));
  input.path = {".."};
  EXPECT_TRUE(Fails(BuildRequest(input), "path", kAnyReason));
  input.path = {"ok"};
  input.base_url = "https://user@api.example.com";
  EXPECT_TRUE(Fails(BuildRequest(input), "baseUrl", kAnyReason));
}

TEST(Requests, LimitPathAndQueryTogether) {
  RequestInput input = Get("/a");
  const std::string fits(kMaxTargetLength - std::string_view("/a?q=").size(), 'v');
  input.query = {"q", fits};
  EXPECT_TRUE(BuildRequest(input).ok());
  const std::string longer = fits + "v";
  input.query = {"q", longer};
  EXPECT_TRUE(Fails(BuildRequest(input), "query", kAnyReason));
  const std::string encoded(3000, ' ');
  input.query = {encoded, ""};
  EXPECT_TRUE(Fails(BuildRequest(input), "query", kAnyReason));
}

TEST(Requests, CarryOnlyValidJsonAndOnlyWhereABodyMayBe) {
  RequestInput input = Get("/members/bulk-lead");
  input.method = "POST";
  input.has_body = true;
  for (const std::string_view body :
       {"[]", "{}", "null", "0", "\"\"", " [1] ", "{\"a\":\"\xC3\xA9\"}"}) {
    input.json_body = body;
    const Result<Request> request = BuildRequest(input);
    ASSERT_TRUE(request.ok()) << body;
    EXPECT_TRUE(request.value().has_body);
    EXPECT_EQ(request.value().json_body, body);
  }
  for (const std::string_view body :
       {""sv, "{"sv, "undefined"sv, "a=1"sv, "{}{}"sv, "\"\xFF\""sv, "{}\0"sv, "\"\\ud800\""sv}) {
    input.json_body = body;
    EXPECT_TRUE(Fails(BuildRequest(input), "body", kAnyReason)) << Show(body);
  }
  input.json_body = "{}";
  for (const std::string_view method : {"GET", "HEAD", "get"}) {
    input.method = method;
    EXPECT_TRUE(Fails(BuildRequest(input), "body", kAnyReason)) << method;
  }
  for (const std::string_view method : {"POST", "PUT", "PATCH", "DELETE"}) {
    input.method = method;
    EXPECT_TRUE(BuildRequest(input).ok()) << method;
  }
}

TEST(Requests, CarryCompanyidAsTheEndpointIsDocumented) {
  const struct {
    std::string_view path;
    bool with_company;
  } rows[] = {{"/accounts/companies", false},
              {"/members/bulk-lead", false},
              {"/members/bulk-client", false},
              {"/roles", true},
              {"/orders", true},
              {"/", true},
              {"/accounts", true},
              {"/accounts/companies/x", true},
              {"/x/accounts/companies", true}};
  for (const auto& row : rows) {
    RequestInput input = Get(row.path);
    EXPECT_EQ(BuildRequest(input).value().with_company, row.with_company) << row.path;
    input.company = CompanyUse::kAlways;
    EXPECT_TRUE(BuildRequest(input).value().with_company) << row.path;
    input.company = CompanyUse::kNever;
    EXPECT_FALSE(BuildRequest(input).value().with_company) << row.path;
  }
  RequestInput input = Get("");
  input.path_is_segments = true;
  input.path = {"accounts", "companies"};
  EXPECT_FALSE(BuildRequest(input).value().with_company);
}

TEST(Requests, StayOnTheConfiguredOriginForEveryHostilePath) {
  const std::vector<std::string_view> pieces = {"/",
                                                "//",
                                                "\\",
                                                "..",
                                                ".",
                                                "%2e",
                                                "%2f",
                                                "%5c",
                                                "@",
                                                ":",
                                                "?",
                                                "#",
                                                "evil.example",
                                                "https://",
                                                "http:",
                                                ";",
                                                "a",
                                                "%00",
                                                "\n",
                                                "\t",
                                                " ",
                                                "\xC3\xA9",
                                                "%",
                                                "&",
                                                "[::1]",
                                                "\xE2\x80\x8B",
                                                "127.0.0.1"};
  SeededRandom random(20261104);
  const std::string allowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string path = random.Below(2) == 0 ? "/" : "";
    for (std::size_t left = random.Below(6); left > 0; --left) path += random.Pick(pieces);
    RequestInput input = Get(path);
    input.base_url = "https://api.example.com";
    input.path_is_segments = random.Below(3) == 0;
    if (random.Below(2) == 0) input.query = {path, path};
    const Result<Request> request = BuildRequest(input);
    if (!request.ok()) continue;
    ++accepted;
    const std::string& url = request.value().url;
    ASSERT_EQ(url.rfind("https://api.example.com/", 0), 0U) << Show(path);
    ASSERT_EQ(url.find("//", 8), std::string::npos) << url;
    ASSERT_EQ(url.find_first_not_of(allowed), std::string::npos) << url;
    ASSERT_EQ(url.find('#'), std::string::npos) << url;
    ASSERT_FALSE(HasDotSegment(url.substr(8, url.find('?') - 8))) << url;
  }
  EXPECT_GT(accepted, 500);
}

}  // namespace
}  // namespace agencyhandy::testing
