#include "core/key_hints.h"

#include <set>

#include "core/limits.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

using Notes = std::set<std::string>;

constexpr std::int64_t kNowMs = 1'800'000'000'000;
constexpr std::int64_t kNow = kNowMs / 1000;

Notes NotesOf(const KeyNotes& notes) {
  Notes names;
  for (const KeyNote note : kKeyNotes) {
    if (notes.Has(note)) names.insert(ToName(note));
  }
  return names;
}

void ExpectReport(std::string_view text, std::string_view key, const Notes& notes) {
  SCOPED_TRACE(Show(text));
  const Result<KeyReport> report = InspectKey(text, kNowMs);
  ASSERT_TRUE(report.ok()) << AllTextOf(report.error());
  EXPECT_EQ(report.value().key.view(), key);
  EXPECT_EQ(NotesOf(report.value().notes), notes);
}

std::string JwtOfLife(const std::string& claims) { return MakeJwt("{" + claims + "}"); }

TEST(KeyHints, NameEveryNoteAsThePackageDoes) {
  const Notes all = {
      "trimmed",   "bearer_prefix", "header_name_prefix",    "quoted",  "zero_width", "not_jwt",
      "truncated", "placeholder",   "looks_like_company_id", "expired", "short_lived"};
  KeyNotes notes;
  EXPECT_EQ(NotesOf(notes), Notes());
  for (const KeyNote note : kKeyNotes) notes.Add(note);
  EXPECT_EQ(NotesOf(notes), all);
}

TEST(KeyHints, SayNothingOfAKeyThatLooksRight) {
  ExpectReport(SampleKey(), SampleKey(), {});
  ExpectReport(JwtOfLife(R"("exp":1900000000)"), JwtOfLife(R"("exp":1900000000)"), {});
}

TEST(KeyHints, CleanWhatWasPastedAlong) {
  const std::string jwt = SampleKey();
  const struct {
    std::string text;
    Notes notes;
  } rows[] = {
      {" " + jwt, {"trimmed"}},
      {jwt + "\r\n", {"trimmed"}},
      {"\t\xC2\xA0" + jwt + "\xE3\x80\x80", {"trimmed"}},
      {"Bearer " + jwt, {"bearer_prefix"}},
      {"bearer " + jwt, {"bearer_prefix"}},
      {"BEARER " + jwt, {"bearer_prefix"}},
      {"Bearer Bearer " + jwt, {"bearer_prefix"}},
      {"Bearer   " + jwt, {"bearer_prefix", "trimmed"}},
      {"x-api-key:" + jwt, {"header_name_prefix"}},
      {"X-API-Key=" + jwt, {"header_name_prefix"}},
      {"x-api-key : " + jwt, {"header_name_prefix", "trimmed"}},
      {"Authorization:Bearer " + jwt, {"header_name_prefix", "bearer_prefix"}},
      {"authorization: bearer " + jwt, {"header_name_prefix", "bearer_prefix", "trimmed"}},
      {"\"" + jwt + "\"", {"quoted"}},
      {"'" + jwt + "'", {"quoted"}},
      {"`" + jwt + "`", {"quoted"}},
      {"\"" + jwt, {"quoted"}},
      {jwt + "'", {"quoted"}},
      {"\xE2\x80\x9C" + jwt + "\xE2\x80\x9D", {"quoted"}},
      {"\xE2\x80\x98" + jwt + "\xE2\x80\x99", {"quoted"}},
      {"'\"" + jwt + "\"'", {"quoted"}},
      {"\" " + jwt + " \"", {"quoted", "trimmed"}},
      {"\"x-api-key\":\"" + jwt + "\"", {"quoted", "header_name_prefix"}},
      {" \"Authorization\" : \"Bearer " + jwt + "\"\n",
       {"trimmed", "quoted", "header_name_prefix", "bearer_prefix"}},
      {"\xE2\x80\x8B" + jwt, {"zero_width"}},
      {jwt + "\xE2\x80\x8B", {"zero_width"}},
      {jwt.substr(0, 9) + "\xE2\x80\x8D\xC2\xAD" + jwt.substr(9), {"zero_width"}},
      {jwt.substr(0, 9) + "\xEF\xBB\xBF" + jwt.substr(9), {"zero_width"}},
      {"\xE2\x80\xAA" + jwt + "\xE2\x80\xAC", {"zero_width"}},
      {" \xE2\x80\x8B \"\xE2\x81\xA0x-api-key: Bearer \xE2\x80\x8E" + jwt + "\" ",
       {"trimmed", "zero_width", "quoted", "header_name_prefix", "bearer_prefix"}},
  };
  for (const auto& row : rows) ExpectReport(row.text, jwt, row.notes);
}

TEST(KeyHints, DropAByteOrderMarkAndSaySo) {
  const Result<KeyReport> report = InspectKey("\xEF\xBB\xBF" + SampleKey(), kNowMs);
  ASSERT_TRUE(report.ok());
  EXPECT_EQ(report.value().key.view(), SampleKey());
  EXPECT_FALSE(NotesOf(report.value().notes).empty());
}

TEST(KeyHints, LeaveAloneWhatIsPartOfAKey) {
  for (const std::string_view key :
       {"bearer-of-news", "x-api-key-1", "Authorizationx:y", "a'b\"c"}) {
    ExpectReport(key, key, {"not_jwt"});
  }
}

TEST(KeyHints, SeeWhatIsNoJwt) {
  const struct {
    std::string text;
    Notes notes;
  } rows[] = {
      {"k", {"not_jwt"}},
      {"sk_live_0123456789abcdef", {"not_jwt"}},
      {"a.b", {"not_jwt"}},
      {"a.b.c.d", {"not_jwt"}},
      {"a..c", {"not_jwt"}},
      {".b.c", {"not_jwt"}},
      {"a.b.", {"not_jwt"}},
      {"a.b+c.d", {"not_jwt"}},
      {"a.b=.c", {"not_jwt"}},
      {"a.b.c", {}},
      {"eyJhbGciOiJIUzI1NiJ9", {"not_jwt", "truncated"}},
      {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0", {"not_jwt", "truncated"}},
      {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.", {"not_jwt", "truncated"}},
      {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0." + Repeat("s", 42), {"truncated"}},
      {"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0." + Repeat("s", 43), {}},
      {"6525994184e9ddd79853450e", {"not_jwt", "looks_like_company_id"}},
      {"6525994184E9DDD79853450E", {"not_jwt", "looks_like_company_id"}},
      {"6525994184e9ddd79853450", {"not_jwt"}},
      {"6525994184e9ddd79853450ef", {"not_jwt"}},
      {"6525994184e9ddd79853450g", {"not_jwt"}},
      {"<YOUR_API_KEY>", {"not_jwt", "placeholder"}},
      {"YOUR_API_KEY", {"not_jwt", "placeholder"}},
      {"your-api-key-here", {"not_jwt", "placeholder"}},
      {"{{apiKey}}", {"not_jwt", "placeholder"}},
      {"[key]", {"not_jwt", "placeholder"}},
      {"API_KEY", {"not_jwt", "placeholder"}},
      {"xxxxxxxx", {"not_jwt", "placeholder"}},
      {"************", {"not_jwt", "placeholder"}},
      {"abc...xyz", {"not_jwt", "placeholder"}},
      {"eyJhbGciOi...", {"not_jwt", "truncated", "placeholder"}},
      {"${AGENCYHANDY_API_KEY}", {"not_jwt", "placeholder"}},
  };
  for (const auto& row : rows) ExpectReport(row.text, row.text, row.notes);
}

TEST(KeyHints, CombineCleaningWithShape) {
  ExpectReport(" \"6525994184e9ddd79853450e\"", "6525994184e9ddd79853450e",
               {"trimmed", "quoted", "not_jwt", "looks_like_company_id"});
  ExpectReport("x-api-key:<YOUR_API_KEY>", "<YOUR_API_KEY>",
               {"header_name_prefix", "not_jwt", "placeholder"});
  const std::string old = JwtOfLife(R"("iat":1000,"exp":2000)");
  ExpectReport("Bearer " + old + "\n", old, {"bearer_prefix", "trimmed", "expired", "short_lived"});
}

TEST(KeyHints, JudgeALifeByExpAndIat) {
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  const struct {
    std::string claims;
    Notes notes;
    std::optional<std::int64_t> expires_at_ms;
  } rows[] = {
      {"", {}, {}},
      {R"("exp":)" + number(kNow + 1), {}, (kNow + 1) * 1000},
      {R"("exp":)" + number(kNow), {}, kNowMs},
      {R"("exp":)" + number(kNow - 60), {}, kNowMs - 60'000},  // 60 s of clock skew
      {R"("exp":)" + number(kNow - 61), {"expired"}, kNowMs - 61'000},
      {R"("exp":0)", {"expired"}, 0},
      {R"("exp":1900000000.75)", {}, 1'900'000'000'000},
      {R"("exp":1900000000,"iat":)" + number(1900000000 - 86400),
       {"short_lived"},
       1'900'000'000'000},
      {R"("exp":1900000000,"iat":)" + number(1900000000 - 86401), {}, 1'900'000'000'000},
      {R"("exp":1900000000,"iat":1900000000)", {"short_lived"}, 1'900'000'000'000},
      {R"("exp":1900000000,"iat":1900000001)", {}, 1'900'000'000'000},  // absurd: nothing is said
      {R"("iat":1900000000)", {}, {}},
      {R"("exp":"1900000000")", {}, {}},
      {R"("exp":null)", {}, {}},
      {R"("exp":true)", {}, {}},
      {R"("exp":[1900000000])", {}, {}},
      {R"("exp":{"exp":1900000000})", {}, {}},
      {R"("a":{"exp":1})", {}, {}},
      {R"("a":[{"exp":1}],"exp":1900000000)", {}, 1'900'000'000'000},
      {R"("exp":-1)", {}, {}},
      {R"("exp":-1.5)", {}, {}},
      {R"("exp":8640000000000)", {}, 8'640'000'000'000'000},  // the last day of a JavaScript Date
      {R"("exp":8640000000001)", {}, {}},
      {R"("exp":9223372036854775807)", {}, {}},
      {R"("exp":18446744073709551615)", {}, {}},
      {R"("exp":99999999999999999999)", {}, {}},
      {R"("exp":1,"exp":1900000000)", {}, 1'900'000'000'000},  // the last one counts
      {R"("exp":1900000000,"exp":1)", {"expired"}, 1000},
      {R"("\u0065xp":1)", {"expired"}, 1000},
      {R"("EXP":1)", {}, {}},
  };
  for (const auto& row : rows) {
    SCOPED_TRACE(row.claims);
    const Result<KeyReport> report = InspectKey(JwtOfLife(row.claims), kNowMs);
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(NotesOf(report.value().notes), row.notes);
    EXPECT_EQ(report.value().expires_at_ms, row.expires_at_ms);
  }
}

TEST(KeyHints, SayNothingOfClaimsThatAreNoJsonObject) {
  for (const std::string_view claims :
       {"", "{", "[1]", "\"exp\"", "1900000000", "{\"exp\":1", "{\"exp\":1}x", "\xFF\xFE"}) {
    SCOPED_TRACE(claims);
    const std::string key = "eyJhbGciOiJIUzI1NiJ9." +
                            (claims.empty() ? "A" : EncodeBase64Url(claims)) + "." +
                            Repeat("s", 43);
    const Result<KeyReport> report = InspectKey(key, kNowMs);
    ASSERT_TRUE(report.ok());
    EXPECT_EQ(NotesOf(report.value().notes), Notes());
    EXPECT_FALSE(report.value().expires_at_ms.has_value());
  }
}

TEST(KeyHints, SurviveClaimsOfTheLargestSize) {
  const std::string claims = R"({"exp":1900000000,"x":")" + Repeat("y", 2900) + "\"}";
  const std::string key = MakeJwt(claims);
  ASSERT_LE(key.size(), kMaxCredentialLength);
  ExpectReport(key, key, {});
  const std::string deep = MakeJwt(Repeat("[", 2900));
  ExpectReport(deep, deep, {});
}

TEST(KeyHints, RefuseWhatIsEmptyAfterCleaning) {
  for (const std::string_view text :
       {""sv, " \n"sv, "\"\""sv, "'"sv, "\xE2\x80\x8B"sv, "x-api-key:"sv, "x-api-key: \"\""sv,
        " \xE2\x80\x8B \"\xE2\x80\x8B\" "sv, "Authorization:\n"sv, "\xEF\xBB\xBF"sv,
        "\xC2\xAD\xC2\xA0"sv}) {
    EXPECT_TRUE(Fails(InspectKey(text, kNowMs), "apiKey", "key_empty")) << Show(text);
  }
}

TEST(KeyHints, RefuseMoreThanTheLimitAfterCleaning) {
  const std::string most(kMaxCredentialLength, 'k');
  ExpectReport("\" " + most + " \"", most, {"trimmed", "quoted", "not_jwt"});
  EXPECT_TRUE(Fails(InspectKey(most + "k", kNowMs), "apiKey", "key_too_long"));
  EXPECT_TRUE(Fails(InspectKey(Repeat("k", 1'000'000), kNowMs), "apiKey", "key_too_long"));
}

TEST(KeyHints, PlaceABadCharacterInTheTextAsGiven) {
  const struct {
    std::string_view text;
    std::int64_t position;
    std::int64_t code_point;
  } rows[] = {
      {"a b", 1, 0x20},
      {"a\nb", 1, 0x0A},
      {"a\0b"sv, 1, 0},
      {"caf\xC3\xA9", 3, 0xE9},
      {"\xF0\x9F\x98\x80", 0, 0x1F600},
      {"ab\xF0\x9F\x98\x80", 2, 0x1F600},
      {"  ab\xF0\x9F\x98\x80"
       "cd",
       4, 0x1F600},
      {"Bearer k\xC3\xA9y", 8, 0xE9},
      {"x-api-key: k\xC3\xA9y", 12, 0xE9},
      {"\"k\xC3\xA9y\"", 2, 0xE9},
      {"\xE2\x80\x9Ck\xC3\xA9y\xE2\x80\x9D", 2, 0xE9},
      {"\xE2\x80\x8Bk\xC3\xA9y", 2, 0xE9},
      {"k\xE2\x80\x8B\xC3\xA9y", 2, 0xE9},
      {"k\xE2\x80\x8B\xE2\x80\x8B"
       "e\xE2\x80\x8B\xF0\x9F\x98\x80",
       5, 0x1F600},
      {" \xE2\x80\x8B \"\xE2\x81\xA0"
       "a\xC2\xAD"
       "b\xE2\x80\x8D c",
       9, 0x20},
      {"\xC2\xA0\xC2\xA0"
       "a\xC2\xA0"
       "b",
       3, 0xA0},
      {"a\xEF\xBC\xA1", 1, 0xFF21},
      {"a\x7F", 1, 0x7F},
      {"ab\xFF", 2, 0xFFFD},
      {"ab\xE0\x81\x81", 2, 0xFFFD},  // an overlong "A"
      {"ab\xE0\x80\xA0"
       "c",
       2, 0xFFFD},  // an overlong space
      {"ab\xED\xA0\x80", 2, 0xFFFD},
      {"k\r\nx-evil: 1", 1, 0x0D},
  };
  for (const auto& row : rows) {
    EXPECT_TRUE(Fails(
        InspectKey(row.text, kNowMs),
        {ErrorKind::kInvalidInput, "apiKey", "key_bad_character", row.position, row.code_point}))
        << Show(row.text);
  }
}

TEST(KeyHints, NeverRepeatTheTextInAnError) {
  for (const std::string& text :
       {"secret secret"s, "Bearer secret\xC3\xA9"s, "secret" + Repeat("k", 5000)}) {
    const Result<KeyReport> report = InspectKey(text, kNowMs);
    ASSERT_FALSE(report.ok());
    EXPECT_EQ(AllTextOf(report.error()).find("secret"), std::string::npos);
  }
}

TEST(KeyHints, LookTheSameAtACleanedKeyAgain) {
  SeededRandom random(20261102);
  const std::vector<std::string> pieces = {" ",
                                           "\n",
                                           "\"",
                                           "'",
                                           "`",
                                           "Bearer ",
                                           "x-api-key",
                                           ":",
                                           "=",
                                           "Authorization",
                                           "\xE2\x80\x9C",
                                           "\xC2\xA0",
                                           "eyJ",
                                           ".",
                                           "abc",
                                           "k",
                                           "-",
                                           "\xF0\x9F\x98\x80",
                                           SampleKey(),
                                           "6525994184e9ddd79853450e",
                                           "<",
                                           "\xFF"};
  int accepted = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t left = random.Below(8); left > 0; --left) text += random.Pick(pieces);
    const Result<KeyReport> first = InspectKey(text, kNowMs);
    if (!first.ok()) continue;
    ++accepted;
    const Result<KeyReport> again = InspectKey(first.value().key.view(), kNowMs);
    ASSERT_TRUE(again.ok()) << Show(text);
    ASSERT_EQ(again.value().key.view(), first.value().key.view()) << Show(text);
    for (const KeyNote note : {KeyNote::kTrimmed, KeyNote::kBearerPrefix, KeyNote::kQuoted,
                               KeyNote::kHeaderNamePrefix, KeyNote::kZeroWidth}) {
      ASSERT_FALSE(again.value().notes.Has(note)) << Show(text) << ToName(note);
    }
  }
  EXPECT_GT(accepted, 1000);
}

TEST(KeyHints, TellATextThatCarriesAJwt) {
  const std::string jwt = SampleKey();
  const std::string bare = Repeat("a", 64) + ".b.c";
  for (const std::string& text :
       {jwt, " " + jwt, "Bearer " + jwt, "x-api-key: " + jwt, "\"" + jwt + "\"",
        "https://acme.agencyhandy.com/?key=" + jwt, "https://" + jwt + ".agencyhandy.com",
        jwt.substr(0, 30), "\xE2\x80\x8B" + jwt, bare}) {
    EXPECT_TRUE(LooksLikeJwt(text)) << Show(text);
  }
  for (const std::string_view text :
       {"", "acme", "acme.agencyhandy.com", "https://portal.example.com/", "eyJ",
        "eyjafjallajokull", "a.b.c", "my.company.example"}) {
    EXPECT_FALSE(LooksLikeJwt(text)) << text;
  }
}

}  // namespace
}  // namespace agencyhandy::testing
