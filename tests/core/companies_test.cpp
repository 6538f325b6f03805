#include "core/companies.h"

#include "core/support.h"
#include "fuzz/reference_json.h"

namespace agencyhandy::testing {
namespace {

using reference::QuoteJson;

// One line for each company, all fields in order.
std::string Lines(const std::vector<Company>& companies) {
  std::string lines;
  for (const Company& company : companies) {
    for (const std::string* field : {&company.id, &company.name, &company.logo,
                                     &company.extra_small_logo, &company.large_logo}) {
      lines += *field + "|";
    }
    lines += '\n';
  }
  return lines;
}

void ExpectLines(std::string_view text, std::string_view lines) {
  const Result<std::vector<Company>> companies = ParseCompanies(text);
  ASSERT_TRUE(companies.ok()) << Show(text) << AllTextOf(companies.error());
  EXPECT_EQ(Lines(companies.value()), lines) << Show(text);
}

TEST(Companies, ReadTheGuidesOwnExampleByteForByte) {
  const std::string reply = ReadData("companies-guide.json");
  ASSERT_EQ(reply.size(), 228U);
  ExpectLines(reply, "6525994184e9ddd79853450e|onethread123||||\n");
}

TEST(Companies, ReadAnyWordingOfTheMessage) {
  for (const std::string_view message :
       {R"("Companies associated with API token.")", R"("Companies associate with api token")",
        R"("Successfully fetched")", R"("")", "null", "1", "{}", "[[[]]]",
        R"({"companies":[{"_id":"inner"}]})"}) {
    const std::string field = "\"message\":" + std::string(message);
    ExpectLines("{" + field + R"(,"companies":[{"_id":"a"}]})", "a|||||\n");
    ExpectLines(R"({"companies":[{"_id":"a"}],)" + field + "}", "a|||||\n");
  }
  ExpectLines(R"({"companies":[{"_id":"a"}]})", "a|||||\n");
}

TEST(Companies, IgnoreUnknownFieldsAtEveryLevel) {
  ExpectLines(
      R"({"success":true,"data":{"companies":[]},"companies":[{"__v":0,"_id":"a","owner":{"_id":"b",
      "name":"c"},"name":"d","tags":["_id",{"_id":"e"}],"logo":"f","ID":"g","Name":"h"}],"page":{"n":1}})",
      "a|d|f|||\n");
}

TEST(Companies, ReadEveryField) {
  ExpectLines(
      R"({"companies":[{"largeLogo":"l","extraSmallLogo":"x","logo":"m","name":"n","_id":"i"}]})",
      "i|n|m|x|l|\n");
}

TEST(Companies, TakeAnAbsentOrNullTextForEmpty) {
  ExpectLines(R"({"companies":[{"_id":"a"}]})", "a|||||\n");
  ExpectLines(
      R"({"companies":[{"_id":"a","name":null,"logo":null,"extraSmallLogo":null,"largeLogo":null}]})",
      "a|||||\n");
  ExpectLines(
      R"({"companies":[{"_id":"a","name":"","logo":"","extraSmallLogo":"","largeLogo":""}]})",
      "a|||||\n");
}

TEST(Companies, KeepTextAsTheApiSentIt) {
  const std::string nasty = "<script>\"'\\/\n\xE2\x80\xAE\xF0\x9F\x98\x80\0end"s;
  ExpectLines("{\"companies\":[{\"_id\":\"a\",\"name\":" + QuoteJson(nasty) + "}]}",
              "a|" + nasty + "||||\n");
  ExpectLines(R"({"companies":[{"_id":" \u0000 ","name":"\u00e9\ud83d\ude00"}]})",
              " \0 |\xC3\xA9\xF0\x9F\x98\x80||||\n"sv);
}

TEST(Companies, KeepTheOrderAndEveryCompany) {
  ExpectLines(R"({"companies":[]})", "");
  ExpectLines(R"({"companies":[{"_id":"b"},{"_id":"a"},{"_id":"b"}]})", "b|||||\na|||||\nb|||||\n");
}

TEST(Companies, ReadTenThousand) {
  std::string reply = "{\"companies\":[";
  for (int i = 0; i < 10'000; ++i) {
    if (i > 0) reply += ',';
    reply += "{\"_id\":\"id" + std::to_string(i) + "\",\"name\":\"n" + std::to_string(i) +
             "\",\"logo\":\"\",\"extraSmallLogo\":\"\",\"largeLogo\":\"\"}";
  }
  reply += "]}";
  const Result<std::vector<Company>> companies = ParseCompanies(reply);
  ASSERT_TRUE(companies.ok());
  ASSERT_EQ(companies.value().size(), 10'000U);
  EXPECT_EQ(companies.value().back().id, "id9999");
  EXPECT_EQ(companies.value()[5000].name, "n5000");
}

TEST(Companies, SkipALeadingByteOrderMark) {
  ExpectLines("\xEF\xBB\xBF{\"companies\":[{\"_id\":\"a\"}]}", "a|||||\n");
}

TEST(Companies, TakeTheLastOfADuplicateKey) {
  ExpectLines(R"({"companies":[{"_id":"a","_id":"b","name":"c","name":"d"}]})", "b|d||||\n");
  ExpectLines(R"({"companies":[{"_id":"a","name":"c","name":null}]})", "a|||||\n");
  ExpectLines(R"({"companies":[{"_id":"a"}],"companies":[{"_id":"b"}]})", "b|||||\n");
  ExpectLines(R"({"companies":[{"_id":"a"}],"companies":[]})", "");
  ExpectLines(R"({"companies":null,"companies":[{"_id":"b"}]})", "b|||||\n");
  ExpectLines(R"({"companies":{"x":1},"companies":[{"_id":"b"}]})", "b|||||\n");
  ExpectLines(R"({"companies":[1],"companies":[{"_id":"b"}]})", "b|||||\n");
  ExpectLines(R"({"companies":[{"name":"no id"}],"companies":[{"_id":"b"}]})", "b|||||\n");
  EXPECT_TRUE(Fails(ParseCompanies(R"({"companies":[{"_id":"a"}],"companies":null})"),
                    {ErrorKind::kMalformedResponse, "companies", "", -1, -1}));
  EXPECT_TRUE(Fails(ParseCompanies(R"({"companies":[{"_id":"a","_id":null}]})"),
                    {ErrorKind::kMalformedResponse, "companies[0]._id", "", -1, -1}));
}

TEST(Companies, TreatProtoAsAPlainKey) {
  ExpectLines(
      R"({"__proto__":{"companies":[]},"companies":[{"__proto__":{"_id":"x"},"_id":"a","constructor":1}]})",
      "a|||||\n");
  EXPECT_TRUE(Fails(ParseCompanies(R"({"companies":[{"__proto__":{"_id":"x"}}]})"),
                    {ErrorKind::kMalformedResponse, "companies[0]._id", "", -1, -1}));
}

TEST(Companies, NameThePlaceThatIsWrong) {
  const struct {
    std::string_view text;
    const char* where;
  } rows[] = {
      {"{}", "companies"},
      {"[]", "companies"},
      {"null", "companies"},
      {"0", "companies"},
      {"\"x\"", "companies"},
      {"true", "companies"},
      {R"([{"companies":[{"_id":"a"}]}])", "companies"},
      {R"([[{"companies":[{"_id":"a"}]}]])", "companies"},
      {R"({"Companies":[]})", "companies"},
      {R"({"data":{"companies":[{"_id":"a"}]}})", "companies"},
      {R"({"companies":null})", "companies"},
      {R"({"companies":"x"})", "companies"},
      {R"({"companies":5})", "companies"},
      {R"({"companies":{}})", "companies"},
      {R"({"companies":{"0":{"_id":"a"}}})", "companies"},
      {R"({"companies":{"_id":"a","name":"b"}})", "companies"},
      {R"({"message":"Unauthorized","status":401})", "companies"},
      {R"({"companies":[null]})", "companies[0]"},
      {R"({"companies":["x"]})", "companies[0]"},
      {R"({"companies":[[]]})", "companies[0]"},
      {R"({"companies":[[{"_id":"a"}]]})", "companies[0]"},
      {R"({"companies":[{"_id":"a"},7]})", "companies[1]"},
      {R"({"companies":[{"_id":"a"},[],{"_id":"b"}]})", "companies[1]"},
      {R"({"companies":[{}]})", "companies[0]._id"},
      {R"({"companies":[{"id":"a"}]})", "companies[0]._id"},
      {R"({"companies":[{"_id":""}]})", "companies[0]._id"},
      {R"({"companies":[{"_id":null}]})", "companies[0]._id"},
      {R"({"companies":[{"_id":7}]})", "companies[0]._id"},
      {R"({"companies":[{"_id":{"$oid":"a"}}]})", "companies[0]._id"},
      {R"({"companies":[{"_id":["a"]}]})", "companies[0]._id"},
      {R"({"companies":[{"_id":"a"},{"_id":"b"},{"name":"c"}]})", "companies[2]._id"},
      {R"({"companies":[{"_id":"a","name":7}]})", "companies[0].name"},
      {R"({"companies":[{"_id":"a","name":{}}]})", "companies[0].name"},
      {R"({"companies":[{"_id":"a","logo":false}]})", "companies[0].logo"},
      {R"({"companies":[{"_id":"a","extraSmallLogo":[]}]})", "companies[0].extraSmallLogo"},
      {R"({"companies":[{"_id":"a"},{"_id":"b","largeLogo":1.5}]})", "companies[1].largeLogo"},
      {R"({"companies":[{"_id":"a","name":7},{"_id":8}]})", "companies[0].name"},  // the first
  };
  for (const auto& row : rows) {
    EXPECT_TRUE(
        Fails(ParseCompanies(row.text), {ErrorKind::kMalformedResponse, row.where, "", -1, -1}))
        << row.text;
  }
}

TEST(Companies, RefuseWhatIsNoJson) {
  const std::string good = R"({"companies":[{"_id":"a"}]})";
  for (const std::string& text :
       {""s, " "s, "<html></html>"s, good.substr(0, good.size() - 1), good + "x", good + good,
        good + '\0', "{'companies':[]}"s, R"({"companies":[{"_id":"\ud800"}]})"s,
        "{\"companies\":[{\"_id\":\"\xFF\"}]}"s}) {
    EXPECT_TRUE(Fails(ParseCompanies(text), {ErrorKind::kMalformedResponse, "", "", -1, -1}))
        << Show(text);
  }
}

TEST(Companies, RefuseWhatIsNestedTooDeep) {
  const auto with = [](std::size_t levels) {
    return R"({"companies":[{"_id":"a","x":)" + Repeat("[", levels) + Repeat("]", levels) + "}]}";
  };
  EXPECT_TRUE(ParseCompanies(with(509)).ok());
  EXPECT_TRUE(Fails(ParseCompanies(with(510)), {ErrorKind::kMalformedResponse, "", "", -1, -1}));
}

TEST(Companies, EveryCutOfAGoodReplyIsRefused) {
  const std::string reply = ReadData("companies-guide.json");
  for (std::size_t length = 0; length < reply.size(); ++length) {
    EXPECT_FALSE(ParseCompanies(std::string_view(reply).substr(0, length)).ok()) << length;
  }
}

TEST(Companies, NeverRepeatTheReplyInAnError) {
  for (const std::string_view text :
       {R"({"companies":[{"_id":7,"name":"secret"}]})", R"({"secret":1})", "secret",
        R"({"companies":[{"_id":"a","secret":secret}]})", R"({"companies":"secret"})"}) {
    const Result<std::vector<Company>> companies = ParseCompanies(text);
    ASSERT_FALSE(companies.ok());
    EXPECT_EQ(AllTextOf(companies.error()).find("secret"), std::string::npos) << text;
  }
}

}  // namespace
}  // namespace agencyhandy::testing
