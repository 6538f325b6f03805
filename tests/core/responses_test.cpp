#include "core/responses.h"

#include "core/limits.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

Response Answer(int status, std::string_view body = "", std::string_view headers = "") {
  Response response;
  response.status = status;
  response.body = body;
  response.headers = headers;
  return response;
}

ErrorKind KindOf(const Response& response, Method method = Method::kGet) {
  const Result<Success> judged = JudgeResponse(method, response);
  EXPECT_FALSE(judged.ok());
  return judged.ok() ? ErrorKind::kInternal : judged.error().kind;
}

// ---- status

TEST(Responses, ClassifyByStatusFirst) {
  const struct {
    int status;
    ErrorKind kind;
  } rows[] = {
      {0, ErrorKind::kUnrecognised},      {100, ErrorKind::kUnrecognised},
      {103, ErrorKind::kUnrecognised},    {199, ErrorKind::kUnrecognised},
      {300, ErrorKind::kRedirectRefused}, {301, ErrorKind::kRedirectRefused},
      {302, ErrorKind::kRedirectRefused}, {303, ErrorKind::kRedirectRefused},
      {304, ErrorKind::kRedirectRefused}, {307, ErrorKind::kRedirectRefused},
      {308, ErrorKind::kRedirectRefused}, {399, ErrorKind::kRedirectRefused},
      {400, ErrorKind::kValidation},      {401, ErrorKind::kKeyRejected},
      {402, ErrorKind::kUnrecognised},    {403, ErrorKind::kForbidden},
      {404, ErrorKind::kNotFound},        {405, ErrorKind::kUnrecognised},
      {408, ErrorKind::kTimeout},         {409, ErrorKind::kConflict},
      {410, ErrorKind::kUnrecognised},    {418, ErrorKind::kUnrecognised},
      {422, ErrorKind::kValidation},      {425, ErrorKind::kUnrecognised},
      {429, ErrorKind::kRateLimited},     {451, ErrorKind::kUnrecognised},
      {500, ErrorKind::kServerError},     {501, ErrorKind::kServerError},
      {502, ErrorKind::kServerError},     {503, ErrorKind::kServerError},
      {504, ErrorKind::kServerError},     {505, ErrorKind::kServerError},
      {599, ErrorKind::kServerError},     {600, ErrorKind::kUnrecognised},
      {999, ErrorKind::kUnrecognised},    {-1, ErrorKind::kUnrecognised},
  };
  const std::string_view bodies[] = {"",
                                     "{}",
                                     "<html>",
                                     R"({"status":200,"companies":[]})",
                                     R"({"type":"PermissionError","status":403})",
                                     "\xFF\xFE"};
  for (const auto& row : rows) {
    for (const std::string_view body : bodies) {
      const Result<Success> judged = JudgeResponse(Method::kGet, Answer(row.status, body));
      ASSERT_FALSE(judged.ok()) << row.status;
      EXPECT_EQ(judged.error().kind, row.kind) << row.status << Show(body);
      EXPECT_EQ(judged.error().status, row.status);
    }
    const auto error = Take(ErrorOfStatus(row.status));
    EXPECT_EQ(error->kind, row.kind);
    EXPECT_EQ(error->status, row.status);
    EXPECT_NE(
        (std::string(error->message()) + error->detail).find("HTTP " + std::to_string(row.status)),
        std::string::npos);
  }
}

TEST(Responses, KeepAMessageShortWhateverTheBody) {
  for (const int status : {302, 400, 401, 404, 418, 502}) {
    const std::string html = "<html>" + Repeat("secret ", 20'000);
    const Result<Success> judged = JudgeResponse(
        Method::kGet, Answer(status, html, "content-type: text/html\r\nx-request-id: r-1\r\n"));
    ASSERT_FALSE(judged.ok());
    const std::string all = AllTextOf(judged.error());
    EXPECT_LE((std::string(judged.error().message()) + judged.error().detail).size(), 200U);
    EXPECT_EQ(all.find("secret"), std::string::npos) << status;
  }
}

// ---- 2xx

TEST(Responses, AcceptJsonOfAnyJsonMediaType) {
  for (const std::string_view type :
       {"", "content-type: application/json\r\n",
        "Content-Type: APPLICATION/JSON; charset=utf-8\r\n",
        "content-type: application/problem+json\r\n",
        "content-type:application/vnd.api+json;v=1\r\n",
        "content-type:  application/json ;charset=utf-16\r\n", "content-type: \r\n"}) {
    for (const std::string_view body :
         {"{}", "[]", "null", "0", "\"x\"", "true", " {} ", "\xEF\xBB\xBF{}"}) {
      for (const int status : {200, 201, 202, 206, 299}) {
        const Result<Success> judged = JudgeResponse(Method::kGet, Answer(status, body, type));
        ASSERT_TRUE(judged.ok()) << Show(type) << Show(body);
        EXPECT_EQ(judged.value().form, BodyForm::kJson);
        EXPECT_FALSE(judged.value().has_big_integer);
      }
    }
  }
}

TEST(Responses, SayWhetherABodyHoldsABigInteger) {
  EXPECT_TRUE(
      JudgeResponse(Method::kGet, Answer(200, "[9007199254740993]")).value().has_big_integer);
  EXPECT_FALSE(
      JudgeResponse(Method::kGet, Answer(200, "[9007199254740991]")).value().has_big_integer);
}

TEST(Responses, TakeNoBodyForEmptyNotForJson) {
  for (const std::string_view type :
       {"", "content-type: application/json\r\n", "content-type: text/html\r\n"}) {
    for (const int status : {200, 201, 204, 205}) {
      const Result<Success> judged = JudgeResponse(Method::kGet, Answer(status, "", type));
      ASSERT_TRUE(judged.ok());
      EXPECT_EQ(judged.value().form, BodyForm::kEmpty);
    }
    EXPECT_EQ(JudgeResponse(Method::kHead, Answer(200, "", type)).value().form, BodyForm::kEmpty);
  }
  EXPECT_EQ(JudgeResponse(Method::kDelete, Answer(204, "")).value().form, BodyForm::kEmpty);
}

TEST(Responses, RefuseAMediaTypeThatIsNoJson) {
  for (const std::string_view type :
       {"text/html", "text/plain", "text/json", "application/jsonx", "application/x-json", "json",
        "+json", "application/xml", "multipart/form-data; boundary=application/json"}) {
    const std::string headers = "content-type: " + std::string(type) + "\r\n";
    for (const std::string_view body : {"{}", "<html>secret</html>", " "}) {
      const Result<Success> judged = JudgeResponse(Method::kGet, Answer(200, body, headers));
      ASSERT_FALSE(judged.ok()) << type;
      EXPECT_EQ(judged.error().kind, ErrorKind::kUnexpectedContent);
      EXPECT_EQ(judged.error().status, 200);
      const std::string text = std::string(judged.error().message()) + judged.error().detail;
      EXPECT_NE(text.find(type.substr(0, type.find(';'))), std::string::npos) << text;
      EXPECT_EQ(text.find("secret"), std::string::npos);
    }
  }
}

TEST(Responses, ShowAMediaTypeOnlyWhereItIsFitToBeShown) {
  for (const std::string& type :
       {"text/html\x01"s, "caf\xC3\xA9/html"s, "a b/c d"s, "text/" + Repeat("h", 10'000)}) {
    const std::string headers = "content-type: " + type + "\r\n";
    const Result<Success> judged = JudgeResponse(Method::kGet, Answer(200, "x", headers));
    ASSERT_FALSE(judged.ok());
    const std::string text = std::string(judged.error().message()) + judged.error().detail;
    EXPECT_LE(text.size(), 200U);
    for (const char c : text) EXPECT_TRUE(c >= 0x20 && c < 0x7F) << Show(text);
  }
}

TEST(Responses, RefuseA2xxWhoseBodyIsNoJson) {
  for (const std::string_view body :
       {" "sv, "\n"sv, "<html>"sv, "{"sv, "{}x"sv, "undefined"sv, "\xFF"sv, "{\"a\":\"\xFF\"}"sv,
        "{}\0"sv, "\xFF\xFE{\0}\0"sv, "\"\\ud800\""sv, "1e999"sv}) {
    const Result<Success> judged =
        JudgeResponse(Method::kGet, Answer(200, body, "content-type: application/json\r\n"));
    ASSERT_FALSE(judged.ok()) << Show(body);
    EXPECT_EQ(judged.error().kind, ErrorKind::kMalformedResponse);
    EXPECT_EQ(judged.error().status, 200);
  }
  EXPECT_EQ(KindOf(Answer(200, Repeat("[", 513) + Repeat("]", 513))),
            ErrorKind::kMalformedResponse);
}

TEST(Responses, KnowAJsonMediaType) {
  for (const std::string_view type : {"application/json", "APPLICATION/JSON", " application/json ",
                                      "application/json;charset=utf-8", "application/json ; a=b",
                                      "application/problem+json", "image/svg+JSON"}) {
    EXPECT_TRUE(IsJsonMediaType(type)) << type;
  }
  for (const std::string_view type :
       {"", "json", "application", "application/", "application/jso", "application/json2", "+json",
        "text/html;application/json", "text/json", "application/json, text/html", "x+json"}) {
    EXPECT_FALSE(IsJsonMediaType(type)) << type;
  }
}

// ---- no response

TEST(Responses, NameEveryWayInWhichThereIsNone) {
  const struct {
    TransportFailure failure;
    ErrorKind kind;
    bool maybe_applied;
    std::string_view where;
  } rows[] = {
      {TransportFailure::kNetwork, ErrorKind::kNetwork, true, ""},
      {TransportFailure::kConnectionLost, ErrorKind::kConnectionLost, true, ""},
      {TransportFailure::kTimeout, ErrorKind::kTimeout, true, ""},
      {TransportFailure::kResponseTooLarge, ErrorKind::kResponseTooLarge, true, ""},
      {TransportFailure::kRedirectRefused, ErrorKind::kRedirectRefused, false, ""},
      {TransportFailure::kOriginMismatch, ErrorKind::kInvalidInput, false, "path"},
  };
  for (const auto& row : rows) {
    for (const Method method : {Method::kGet, Method::kHead, Method::kPost, Method::kPut,
                                Method::kPatch, Method::kDelete}) {
      Response response = Answer(0);
      response.failure = row.failure;
      const Result<Success> judged = JudgeResponse(method, response);
      ASSERT_FALSE(judged.ok());
      EXPECT_EQ(judged.error().kind, row.kind);
      EXPECT_EQ(judged.error().where, row.where);
      EXPECT_STRNE(judged.error().message(), "");
      EXPECT_EQ(judged.error().status, 0);
      EXPECT_EQ(judged.error().maybe_applied, row.maybe_applied && !IsSafe(method));
    }
  }
}

TEST(Responses, KeepTheStatusOfAResponseThatBrokeOff) {
  Response response = Answer(200, R"({"companies":[)");
  response.failure = TransportFailure::kConnectionLost;
  const Result<Success> judged = JudgeResponse(Method::kGet, response);
  ASSERT_FALSE(judged.ok());
  EXPECT_EQ(judged.error().kind, ErrorKind::kConnectionLost);
  EXPECT_EQ(judged.error().status, 200);
}

TEST(Responses, ShowAPlatformsWordOnlyWhereItIsFitToBeShown) {
  Response response = Answer(0);
  response.failure = TransportFailure::kNetwork;
  response.detail = "ECONNREFUSED";
  const auto text_of = [&] {
    const Result<Success> judged = JudgeResponse(Method::kGet, response);
    return std::string(judged.error().message()) + judged.error().detail;
  };
  EXPECT_NE(text_of().find("ECONNREFUSED"), std::string::npos);
  for (const std::string_view detail : {"two words", "a\nb", "caf\xC3\xA9", "\x7F"}) {
    response.detail = detail;
    EXPECT_EQ(text_of().find(detail), std::string::npos) << Show(detail);
  }
  const std::string longest = Repeat("E", 10'000);
  response.detail = longest;
  EXPECT_LE(text_of().size(), 200U);
  response.failure = TransportFailure::kRedirectRefused;
  response.detail = "https://evil.example";
  EXPECT_NE(text_of().find("https://evil.example"), std::string::npos);
}

// ---- writes

TEST(Responses, SayWhenAWriteMayHaveBeenApplied) {
  const struct {
    int status;
    std::string_view body;
    bool maybe_applied;
  } rows[] = {{200, "<html>", true}, {400, "", false}, {401, "", false}, {403, "", false},
              {404, "", false},      {409, "", false}, {422, "", false}, {429, "", false},
              {302, "", false},      {500, "", true},  {502, "", true},  {503, "", true},
              {504, "", true},       {408, "", true}};
  for (const auto& row : rows) {
    for (const Method method : {Method::kPost, Method::kPut, Method::kPatch, Method::kDelete}) {
      EXPECT_EQ(JudgeResponse(method, Answer(row.status, row.body)).error().maybe_applied,
                row.maybe_applied)
          << row.status;
    }
    EXPECT_FALSE(JudgeResponse(Method::kGet, Answer(row.status, row.body)).error().maybe_applied);
  }
  EXPECT_TRUE(JudgeResponse(Method::kPost, Answer(200, "<p>", "content-type: text/html\r\n"))
                  .error()
                  .maybe_applied);
}

// ---- headers

TEST(Responses, FindAHeaderByNameWithoutCase) {
  const std::string_view headers =
      "content-type: application/json\r\nX-Request-Id:  r-1 \r\nempty:\r\ncolon: a:b\r\n"
      "broken line\r\ntab:\tx\t\r\nx-request-id: second\r\nlast: z";
  EXPECT_EQ(FindHeader(headers, "content-type"), "application/json");
  EXPECT_EQ(FindHeader(headers, "x-request-id"), "r-1");
  EXPECT_EQ(FindHeader(headers, "empty"), "");
  EXPECT_EQ(FindHeader(headers, "colon"), "a:b");
  EXPECT_EQ(FindHeader(headers, "tab"), "x");
  EXPECT_EQ(FindHeader(headers, "last"), "z");
  EXPECT_EQ(FindHeader(headers, "request-id"), "");
  EXPECT_EQ(FindHeader(headers, "x-request-i"), "");
  EXPECT_EQ(FindHeader(headers, "broken line"), "");
  EXPECT_EQ(FindHeader("", "a"), "");
  EXPECT_EQ(FindHeader("\r\n\r\n:\r\n", "a"), "");
  EXPECT_EQ(FindHeader("a: 1\nb: 2\n", "b"), "2");
}

TEST(Responses, FindAHeaderAmongAThousandAndInAMegabyte) {
  std::string headers;
  for (int i = 0; i < 1000; ++i)
    headers += "h" + std::to_string(i) + ": " + std::to_string(i) + "\r\n";
  EXPECT_EQ(FindHeader(headers, "h999"), "999");
  headers += "long: " + Repeat("x", 1'000'000) + "\r\nafter: y\r\n";
  EXPECT_EQ(FindHeader(headers, "long").size(), 1'000'000U);
  EXPECT_EQ(FindHeader(headers, "after"), "y");
}

TEST(Responses, KeepARequestIdOnlyWhereItIsFitToBeShown) {
  const struct {
    std::string value;
    std::string kept;
  } rows[] = {{"r-1", "r-1"}, {" r-1 ", "r-1"},
              {"", ""},       {Repeat("r", kMaxServerToken), Repeat("r", kMaxServerToken)},
              {"a b", ""},    {"a\x01", ""},
              {"a\x7F", ""},  {"caf\xC3\xA9", ""},
              {"caf\xE9", ""}};
  for (const auto& row : rows) {
    for (const int status : {401, 200}) {
      const std::string headers = "x-request-id:" + row.value + "\r\n";
      const Result<Success> judged = JudgeResponse(Method::kGet, Answer(status, "x", headers));
      ASSERT_FALSE(judged.ok());
      EXPECT_EQ(judged.error().request_id, row.kept) << Show(row.value);
    }
  }
  const std::string headers = "x-request-id:" + Repeat("r", 10'000) + "\r\n";
  EXPECT_LE(JudgeResponse(Method::kGet, Answer(500, "", headers)).error().request_id.size(),
            kMaxServerToken);
}

TEST(Responses, HandRetryAfterOnUntouched) {
  for (const int status : {429, 503, 500, 401}) {
    EXPECT_EQ(JudgeResponse(Method::kGet, Answer(status, "", "retry-after: 5, 10 \r\n"))
                  .error()
                  .retry_after,
              "5, 10");
  }
  EXPECT_EQ(JudgeResponse(Method::kGet, Answer(429)).error().retry_after, "");
}

// ---- error bodies

TEST(Responses, ReadAnErrorBody) {
  const struct {
    std::string text;
    bool is_object;
    int status;
    std::string field_name;
  } rows[] = {
      {R"({"type":"ValidationError","status":400,"fieldName":"email"})", true, 400, "email"},
      {R"({"fieldName":"a","status":422})", true, 422, "a"},
      {R"({"type":"PermissionError","status":403})", true, 403, ""},
      {R"({"status":599})", true, 599, ""},
      {"{}", true, 0, ""},
      {R"({"status":200})", true, 0, ""},
      {R"({"status":399})", true, 0, ""},
      {R"({"status":600})", true, 0, ""},
      {R"({"status":-400})", true, 0, ""},
      {R"({"status":4294967696})", true, 0, ""},
      {R"({"status":18446744073709551615})", true, 0, ""},
      {R"({"status":400.0})", true, 0, ""},
      {R"({"status":"400"})", true, 0, ""},
      {R"({"status":[400]})", true, 0, ""},
      {R"({"status":{"status":400}})", true, 0, ""},
      {R"({"error":{"status":400,"fieldName":"x"}})", true, 0, ""},
      {R"([{"status":400,"fieldName":"x"}])", false, 0, ""},
      {R"({"fieldName":7})", true, 0, ""},
      {R"({"fieldName":null})", true, 0, ""},
      {R"({"fieldName":["x"]})", true, 0, ""},
      {R"({"fieldName":"a b"})", true, 0, ""},
      {R"({"fieldName":"a\u0000b"})", true, 0, ""},
      {R"({"fieldName":"caf\u00e9"})", true, 0, ""},
      {R"({"fieldName":")" + Repeat("f", kMaxServerToken) + "\"}", true, 0,
       Repeat("f", kMaxServerToken)},
      {R"({"fieldName":"leads[0].email"})", true, 0, "leads[0].email"},
      {"[]", false, 0, ""},
      {"null", false, 0, ""},
      {"400", false, 0, ""},
      {"\"x\"", false, 0, ""},
      {"", false, 0, ""},
      {"<html>", false, 0, ""},
      {R"({"status":400)", false, 0, ""},
      {R"({"status":400}x)", false, 0, ""},
      {"{\"status\":400}\0"s, false, 0, ""},
      {Repeat("[", 600), false, 0, ""},
      {"\xEF\xBB\xBF{\"status\":401}", true, 401, ""},
  };
  for (const auto& row : rows) {
    const ErrorBody body = ReadErrorBody(row.text);
    EXPECT_EQ(body.is_object, row.is_object) << Show(row.text);
    EXPECT_EQ(body.status, row.status) << Show(row.text);
    EXPECT_EQ(body.field_name, row.field_name) << Show(row.text);
  }
  EXPECT_LE(ReadErrorBody(R"({"fieldName":")" + Repeat("f", 10'000) + "\"}").field_name.size(),
            kMaxServerToken);
}

TEST(Responses, PutTheFieldNameIntoTheError) {
  for (const int status : {400, 422, 403, 409}) {
    EXPECT_EQ(
        JudgeResponse(Method::kPost, Answer(status, R"({"fieldName":"email"})")).error().field_name,
        "email");
  }
}

}  // namespace
}  // namespace agencyhandy::testing
