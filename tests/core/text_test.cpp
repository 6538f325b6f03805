#include "core/text.h"

#include <iterator>
#include <limits>
#include <memory>

#include "core/support.h"

namespace agencyhandy::testing {
namespace {

TEST(Text, ReadsEveryCodePointThatUtf8CanWrite) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string bytes;
    if (c < 0x80) {
      bytes = {static_cast<char>(c)};
    } else if (c < 0x800) {
      bytes = {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
    } else if (c < 0x10000) {
      bytes = {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
               static_cast<char>(0x80 | (c & 63))};
    } else {
      bytes = {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
               static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
    }
    const CodePoint point = ReadCodePoint(bytes, 0);
    ASSERT_EQ(point.value, c);
    ASSERT_EQ(point.bytes, bytes.size());
    ASSERT_EQ(Utf16Length(bytes), c > 0xFFFF ? 2U : 1U);
  }
}

TEST(Text, CountsAnIllFormedByteAsOneReplacementCharacter) {
  const std::string_view texts[] = {
      "\x80"sv,              // a continuation alone
      "\xBF"sv,              //
      "\xC0\xAF"sv,          // overlong "/"
      "\xC1\x81"sv,          // overlong "A"
      "\xC3"sv,              // cut off
      "\xC3("sv,             // no continuation
      "\xE0\x80\xAF"sv,      // overlong "/"
      "\xE0\x81\x81"sv,      // overlong "A"
      "\xE0\x80\xA0"sv,      // overlong space
      "\xE0\x9F\xBF"sv,      // overlong U+07FF
      "\xE2\x82"sv,          // cut off
      "\xED\xA0\x80"sv,      // U+D800, a surrogate
      "\xED\xBF\xBF"sv,      // U+DFFF
      "\xF0\x80\x80\xAF"sv,  // overlong "/"
      "\xF0\x8F\xBF\xBF"sv,  // overlong U+FFFF
      "\xF0\x9F\x98"sv,      // cut off
      "\xF4\x90\x80\x80"sv,  // beyond U+10FFFF
      "\xF5\x80\x80\x80"sv,  //
      "\xFE"sv,
      "\xFF"sv,
  };
  for (const std::string_view text : texts) {
    SCOPED_TRACE(Show(text));
    const CodePoint point = ReadCodePoint(text, 0);
    EXPECT_EQ(point.value, char32_t{0xFFFD});
    EXPECT_EQ(point.bytes, 1U);
  }
}

TEST(Text, NeverReadsPastTheEnd) {
  for (const char lead : {'\xC3', '\xE2', '\xF0'}) {
    const auto exact = std::make_unique<char[]>(1);  // AddressSanitizer guards what follows
    exact[0] = lead;
    EXPECT_EQ(ReadCodePoint({exact.get(), 1}, 0).bytes, 1U);
    EXPECT_LE(Utf16Length({exact.get(), 1}), 2U);
    EXPECT_EQ(TrimWhiteSpace({exact.get(), 1}).size(), 1U);
  }
}

TEST(Text, CountsInUtf16Units) {
  EXPECT_EQ(Utf16Length(""), 0U);
  EXPECT_EQ(Utf16Length("abc"), 3U);
  EXPECT_EQ(Utf16Length("\xC3\xA9"), 1U);
  EXPECT_EQ(Utf16Length("\xE2\x82\xAC"), 1U);
  EXPECT_EQ(Utf16Length("a\xF0\x9F\x98\x80"), 3U);
}

// ECMA-262, "WhiteSpace" and "LineTerminator".
constexpr char32_t kWhiteSpace[] = {0x09,   0x0A,   0x0B,   0x0C,   0x0D,   0x20,   0xA0,
                                    0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005,
                                    0x2006, 0x2007, 0x2008, 0x2009, 0x200A, 0x2028, 0x2029,
                                    0x202F, 0x205F, 0x3000, 0xFEFF};

TEST(Text, KnowsWhiteSpaceAsJavaScriptDoes) {
  std::size_t next = 0;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    const bool expected = next < std::size(kWhiteSpace) && kWhiteSpace[next] == c;
    if (expected) ++next;
    ASSERT_EQ(IsWhiteSpace(c), expected) << static_cast<unsigned>(c);
  }
  EXPECT_EQ(next, std::size(kWhiteSpace));
}

TEST(Text, TakesNothingVisibleForInvisible) {
  constexpr char32_t kInvisible[] = {0xAD,   0x200B, 0x200C, 0x200D, 0x200E, 0x200F,
                                     0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF};
  for (const char32_t c : kInvisible) {
    EXPECT_TRUE(IsInvisible(c)) << static_cast<unsigned>(c);
  }
  for (char32_t c = 0x20; c < 0x7F; ++c) EXPECT_FALSE(IsInvisible(c)) << static_cast<unsigned>(c);
  constexpr char32_t kVisible[] = {0xE9, 0x200A, 0x2010, 0x2018, 0x201C, 0x3042, 0x1F600};
  for (const char32_t c : kVisible) {
    EXPECT_FALSE(IsInvisible(c)) << static_cast<unsigned>(c);
  }
}

TEST(Text, TrimsOuterWhiteSpaceAlone) {
  const struct {
    std::string_view text;
    std::string_view trimmed;
  } rows[] = {
      {"", ""},
      {" ", ""},
      {"\t\r\n\x0B\x0C ", ""},
      {"a", "a"},
      {" a b ", "a b"},
      {"\xC2\xA0 a\xE3\x80\x80", "a"},
      {"\xEF\xBB\xBF{}", "{}"},
      {"\xE2\x80\x8B a", "\xE2\x80\x8B a"},  // U+200B is no white space
      {"\x80 a \x80", "\x80 a \x80"},        // nor is a broken byte
      {"\xE2\x80\xA8\xE2\x80\xA9x", "x"},
  };
  for (const auto& row : rows) EXPECT_EQ(TrimWhiteSpace(row.text), row.trimmed) << Show(row.text);
}

TEST(Text, ComparesAsciiLettersWithoutCase) {
  EXPECT_TRUE(EqualsIgnoringCase("AbC-9", "aBc-9"));
  EXPECT_FALSE(EqualsIgnoringCase("abc", "abcd"));
  EXPECT_FALSE(EqualsIgnoringCase("[", "{"));
  EXPECT_FALSE(EqualsIgnoringCase("\xC3\x89", "\xC3\xA9"));
  EXPECT_EQ(ToLowerText("ABCxyz-[\xC3\x89"), "abcxyz-[\xC3\x89");
  EXPECT_TRUE(StartsWithIgnoringCase("HTTPS://x", "https://"));
  EXPECT_FALSE(StartsWithIgnoringCase("http", "https"));
  EXPECT_TRUE(StartsWithIgnoringCase("x", ""));
}

TEST(Text, FindsPrefixesAndSuffixes) {
  const struct {
    std::string_view text;
    const char* part;
    bool starts;
    bool ends;
  } rows[] = {{"", "", true, true},        {"", "a", false, false},    {"a", "", true, true},
              {"abc", "abc", true, true},  {"abc", "ab", true, false}, {"abc", "bc", false, true},
              {"ab", "abc", false, false}, {"abc", "b", false, false}, {"a\0b"sv, "a", true, false},
              {"\0"sv, "", true, true}};
  for (const auto& row : rows) {
    EXPECT_EQ(StartsWith(row.text, row.part), row.starts) << Show(row.text) << row.part;
    EXPECT_EQ(EndsWith(row.text, row.part), row.ends) << Show(row.text) << row.part;
  }
}

TEST(Text, PercentEncodesAllButUnreservedAndKept) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text(1, static_cast<char>(byte));
    const bool unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"sv.find(text[0]) !=
        std::string_view::npos;
    constexpr char kDigits[] = "0123456789ABCDEF";
    const std::string encoded = {'%', kDigits[byte / 16], kDigits[byte % 16]};
    std::string all;
    AppendPercentEncoded(text, "", all);
    EXPECT_EQ(all, unreserved ? text : encoded) << byte;
    std::string kept;
    AppendPercentEncoded(text, "/%", kept);
    EXPECT_EQ(kept, unreserved || byte == '/' || byte == '%' ? text : encoded) << byte;
  }
}

TEST(Text, DecodesBase64UrlOfEveryLength) {
  SeededRandom random(20261101);
  for (std::size_t length = 1; length < 200; ++length) {
    std::string bytes;
    for (std::size_t i = 0; i < length; ++i) bytes += static_cast<char>(random.Below(256));
    ASSERT_EQ(DecodeBase64Url(EncodeBase64Url(bytes)), bytes) << Show(bytes);
  }
}

TEST(Text, RefusesWhatIsNoBase64Url) {
  for (const std::string_view text : {""sv, "A"sv, "AAAAA"sv, "AA=="sv, "AA+A"sv, "AA/A"sv,
                                      "AA A"sv, "AA\nA"sv, "AA.A"sv, "\xC3\xA9"sv, "AA\0A"sv}) {
    EXPECT_EQ(DecodeBase64Url(text), "") << Show(text);
  }
  EXPECT_FALSE(IsBase64Url(""));
  EXPECT_FALSE(IsBase64Url("a="));
  EXPECT_TRUE(IsBase64Url("A"));
  EXPECT_TRUE(IsBase64Url("azAZ09-_"));
}

TEST(Text, WritesEveryNumber) {
  for (const long long number :
       {0LL, 1LL, -1LL, 9LL, 10LL, 123456789LL, std::numeric_limits<long long>::max(),
        std::numeric_limits<long long>::min()}) {
    std::string out = "x";
    AppendNumber(number, out);
    EXPECT_EQ(out, "x" + std::to_string(number));
  }
}

TEST(Text, ReadsDigitsAndNothingElse) {
  EXPECT_EQ(ReadDigits("0"), 0);
  EXPECT_EQ(ReadDigits("007"), 7);
  EXPECT_EQ(ReadDigits("999999999999999999"), 999999999999999999);
  for (const std::string_view text : {""sv, "-1"sv, "+1"sv, " 1"sv, "1 "sv, "1.0"sv, "1e3"sv,
                                      "0x1"sv, "1000000000000000000"sv, "\xD9\xA1"sv, "1\0"sv}) {
    EXPECT_FALSE(ReadDigits(text).has_value()) << Show(text);
  }
}

}  // namespace
}  // namespace agencyhandy::testing
