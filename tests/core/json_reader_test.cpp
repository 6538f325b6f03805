#include "core/json_reader.h"

#include "core/limits.h"
#include "core/support.h"
#include "fuzz/json_trace.h"

namespace agencyhandy::testing {
namespace {

using reference::TraceListener;

bool Accepts(std::string_view text) { return CheckJson(text).ok(); }

TEST(JsonReader, TellsADocumentInOrderWithItsDepths) {
  TraceListener listener;
  ASSERT_TRUE(
      ReadJson(R"({"a":[1,{"b":null}],"c":"d","e":-2.5,"f":true,"g":{},"h":[]})", listener).ok());
  EXPECT_EQ(listener.trace,
            "0 {\n"
            "1 key \"a\"\n1 [\n2 integer 1\n2 {\n3 key \"b\"\n3 null\n2 end\n1 end\n"
            "1 key \"c\"\n1 string \"d\"\n"
            "1 key \"e\"\n1 number\n"
            "1 key \"f\"\n1 boolean 1\n"
            "1 key \"g\"\n1 {\n1 end\n"
            "1 key \"h\"\n1 [\n1 end\n"
            "0 end\n");
}

TEST(JsonReader, AcceptsAnyValueAsADocument) {
  for (const std::string_view text :
       {"null", "true", "false", "0", "-0", "1.5e-3", "\"\"", "[]", "{}", " \t\r\n1 \t\r\n"}) {
    EXPECT_TRUE(Accepts(text)) << Show(text);
  }
}

TEST(JsonReader, RefusesWhatIsNoJson) {
  const std::string_view texts[] = {"",
                                    " ",
                                    "\xEF\xBB\xBF",
                                    "\xEF\xBB",
                                    "\xEF\xBB\xBF\xEF\xBB\xBF{}",
                                    "nul",
                                    "NULL",
                                    "undefined",
                                    "NaN",
                                    "Infinity",
                                    "-",
                                    "+1",
                                    ".5",
                                    "1.",
                                    "01",
                                    "1e",
                                    "0x1",
                                    "1 2",
                                    "'a'",
                                    "\"a",
                                    "\"\t\"",
                                    "\"\\x\"",
                                    "\"\\u12\"",
                                    "\"\\u12G4\"",
                                    "\"\n\"",
                                    "[",
                                    "]",
                                    "[1",
                                    "[1,",
                                    "[1,]",
                                    "[,1]",
                                    "[1 2]",
                                    "[}",
                                    "{",
                                    "}",
                                    "{]",
                                    "{\"a\"",
                                    "{\"a\":",
                                    "{\"a\":1",
                                    "{\"a\":1,",
                                    "{\"a\":1,}",
                                    "{\"a\" 1}",
                                    "{\"a\"::1}",
                                    "{a:1}",
                                    "{1:1}",
                                    "{null:1}",
                                    "{,}",
                                    "{\"a\":1 \"b\":2}",
                                    "[]]",
                                    "{}}",
                                    "[],",
                                    "1,",
                                    "[1]x",
                                    "/**/1",
                                    "[1]//",
                                    "<html>",
                                    "\xC2\xA0"
                                    "1",
                                    "\0"sv,
                                    "1\0"sv,
                                    "[1]\0"sv,
                                    "{}\0{}"sv,
                                    "\0[]"sv,
                                    "[\0]"sv,
                                    "\"\0\""sv,
                                    "[1,\0 2]"sv,
                                    "1\0x"sv};
  for (const std::string_view text : texts) {
    const Result<JsonSummary> read = CheckJson(text);
    ASSERT_FALSE(read.ok()) << Show(text);
    EXPECT_TRUE(IsError(read.error(), {ErrorKind::kMalformedResponse, "", "", -1, -1}));
  }
}

TEST(JsonReader, RefusesTextThatIsNotUtf8) {
  for (const std::string_view bytes :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xC3", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xED\xBF\xBF", "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE",
        "\xFF"}) {
    for (const char* frame : {"\"%\"", "{\"%\":1}", "%", "[1]%", "%[1]", "[%]"}) {
      std::string text = frame;
      text.replace(text.find('%'), 1, bytes);
      EXPECT_FALSE(Accepts(text)) << Show(text);
    }
  }
}

TEST(JsonReader, RefusesALoneSurrogate) {
  for (const std::string_view text :
       {R"("\ud800")", R"("\udc00")", R"("\ud800\ud800")", R"("\ud800x")", R"("\ud800\n")",
        R"("\ud800\u0041")", R"("\udc00\ud800")", R"({"\ud800":1})", R"("\uDBFF\uE000")"}) {
    EXPECT_FALSE(Accepts(text)) << text;
  }
}

TEST(JsonReader, DecodesEveryEscape) {
  TraceListener listener;
  ASSERT_TRUE(ReadJson(R"("\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\uD83D\uDE00\u0000")", listener).ok());
  EXPECT_EQ(listener.trace, "0 string " +
                                reference::QuoteJson("\"\\/\b\f\n\r\tA\xC3\xA9\xE2\x82\xAC"
                                                     "\xF0\x9F\x98\x80\0"sv) +
                                "\n");
}

TEST(JsonReader, SkipsALeadingByteOrderMark) {
  EXPECT_TRUE(Accepts("\xEF\xBB\xBF{}"));
  EXPECT_TRUE(Accepts("\xEF\xBB\xBF \n1"));
  EXPECT_FALSE(Accepts(" \xEF\xBB\xBF{}"));
  EXPECT_FALSE(Accepts("{}\xEF\xBB\xBF"));
}

TEST(JsonReader, AllowsExactly512Levels) {
  static_assert(kMaxJsonDepth == 512);
  for (const auto& pair : {std::pair("["s, "]"s), std::pair("{\"a\":"s, "}"s)}) {
    const std::string inner = pair.first == "[" ? "" : "1";
    const auto nest = [&](std::size_t levels) {
      return Repeat(pair.first, levels) + inner + Repeat(pair.second, levels);
    };
    EXPECT_TRUE(Accepts(nest(512)));
    const Result<JsonSummary> deeper = CheckJson(nest(513));
    ASSERT_FALSE(deeper.ok());
    EXPECT_EQ(deeper.error().kind, ErrorKind::kMalformedResponse);
    EXPECT_NE(AllTextOf(deeper.error()).find("512"), std::string::npos);
    EXPECT_FALSE(Accepts(Repeat(pair.first, 1'000'000)));
  }
  EXPECT_TRUE(Accepts("[" + Repeat("[[]],", 10'000) + "[]]"));
}

TEST(JsonReader, SaysWhetherAnIntegerIsBeyondJavaScript) {
  const struct {
    std::string_view text;
    bool big;
  } rows[] = {{"0", false},
              {"-0", false},
              {"9007199254740991", false},
              {"-9007199254740991", false},
              {"9007199254740992", true},
              {"-9007199254740992", true},
              {"9007199254740993", true},
              {"9223372036854775807", true},
              {"9223372036854775808", true},
              {"-9223372036854775808", true},
              {"-9223372036854775809", true},
              {"18446744073709551615", true},
              {"18446744073709551616", true},
              {"1234567890123456789012345678901234567890", true},
              {"9007199254740993.0", false},  // a fraction is a double wherever it is read
              {"9007199254740993e0", false},
              {"1e300", false},
              {"\"9007199254740993\"", false},
              {"[1,[2,{\"a\":9007199254740993}]]", true},
              {"{\"9007199254740993\":1}", false},
              {"[9007199254740993,1]", true}};
  for (const auto& row : rows) {
    const Result<JsonSummary> read = CheckJson(row.text);
    ASSERT_TRUE(read.ok()) << row.text;
    EXPECT_EQ(read.value().has_big_integer, row.big) << row.text;
  }
}

TEST(JsonReader, RefusesANumberThatNoDoubleHolds) {
  const std::string digits(400, '9');
  for (const std::string& text : {"1e400"s, "-1e400"s, "1.8e308"s, "1e309"s, digits, "-" + digits,
                                  "123e99999999999999999999"s, "[1,2,1e999]"s}) {
    EXPECT_FALSE(Accepts(text)) << Show(text);
  }
  for (const std::string& text : {"1.7976931348623157e308"s, "1e308"s, "1e-400"s, "0e400"s,
                                  "0.0e999"s, "1e-99999999999999999999"s, std::string(308, '9')}) {
    EXPECT_TRUE(Accepts(text)) << Show(text);
  }
}

TEST(JsonReader, KeepsEveryDuplicateAndSpecialKeyAsAnEvent) {
  TraceListener listener;
  ASSERT_TRUE(ReadJson(R"({"a":1,"a":2,"__proto__":{"x":1},"constructor":3,"":4})", listener).ok());
  EXPECT_EQ(listener.trace,
            "0 {\n1 key \"a\"\n1 integer 1\n1 key \"a\"\n1 integer 2\n"
            "1 key \"__proto__\"\n1 {\n2 key \"x\"\n2 integer 1\n1 end\n"
            "1 key \"constructor\"\n1 integer 3\n1 key \"\"\n1 integer 4\n0 end\n");
}

TEST(JsonReader, NamesTheByteWhereItGaveUp) {
  const auto text_of = [](std::string_view text) {
    const Result<JsonSummary> read = CheckJson(text);
    return read.ok() ? ""s : std::string(read.error().message()) + read.error().detail;
  };
  EXPECT_NE(text_of("[1,2,x]").find("byte 6"), std::string::npos) << text_of("[1,2,x]");
  EXPECT_NE(text_of("{\"a\":1,}").find("byte 8"), std::string::npos) << text_of("{\"a\":1,}");
}

TEST(JsonReader, NeverRepeatsTheTextInAnError) {
  for (const std::string_view text :
       {"secret", "{\"secret\":secret}", "\"secret\\x\"", "[secret"}) {
    const Result<JsonSummary> read = CheckJson(text);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(AllTextOf(read.error()).find("secret"), std::string::npos);
  }
}

TEST(JsonReader, ReadsLargeDocuments) {
  EXPECT_TRUE(Accepts("[" + Repeat("1,", 200'000) + "1]"));
  EXPECT_TRUE(Accepts("\"" + Repeat("a", 2'000'000) + "\""));
  EXPECT_FALSE(Accepts("\"" + Repeat("a", 2'000'000)));
}

TEST(JsonReader, AgreesWithAnIndependentReaderOnMutatedTexts) {
  SeededRandom random(20261103);
  const std::vector<std::string> seeds = {
      ReadData("companies-guide.json"), R"({"a":[1,-2,3.5e7,{"b":"c\u0041"}],"d":null,"e":true})",
      R"(["\ud83d\ude00","\\\"",0.1,1e5,[],{},[[]],{"":{}}])",
      R"({"type":"ValidationError","status":400,"fieldName":"email"})"};
  const std::vector<std::string> pieces = {"{",       "}",
                                           "[",       "]",
                                           ",",       ":",
                                           "\"",      "\\",
                                           "u",       "0",
                                           "-",       ".",
                                           "e",       "null",
                                           "true",    " ",
                                           "\n",      "\xC3\xA9",
                                           "\xFF",    "\\ud800",
                                           "\\udc00", "9007199254740993",
                                           "\0"s,     "1e999"};
  for (int round = 0; round < 40'000; ++round) {
    std::string text = random.Pick(seeds);
    for (std::size_t left = random.Below(4); left > 0; --left) {
      const std::size_t at = random.Below(text.size() + 1);
      if (random.Below(2) == 0)
        text.erase(at, random.Below(8));
      else
        text.insert(at, random.Pick(pieces));
    }
    ASSERT_EQ(reference::CompareJson(text), "") << Show(text);
  }
}

}  // namespace
}  // namespace agencyhandy::testing
