#include "core/error.h"

#include "core/support.h"
#include "core/text.h"

namespace agencyhandy::testing {
namespace {

struct KindRow {
  ErrorKind kind;
  std::string_view name;
  bool retryable;
};

constexpr KindRow kKinds[] = {
    {ErrorKind::kInvalidInput, "invalid_input", false},
    {ErrorKind::kKeyRejected, "key_rejected", false},
    {ErrorKind::kForbidden, "forbidden", false},
    {ErrorKind::kNotFound, "not_found", false},
    {ErrorKind::kValidation, "validation", false},
    {ErrorKind::kConflict, "conflict", false},
    {ErrorKind::kRateLimited, "rate_limited", true},
    {ErrorKind::kServerError, "server_error", true},
    {ErrorKind::kUnrecognised, "unrecognised", false},
    {ErrorKind::kNetwork, "network", true},
    {ErrorKind::kConnectionLost, "connection_lost", true},
    {ErrorKind::kTimeout, "timeout", true},
    {ErrorKind::kRedirectRefused, "redirect_refused", false},
    {ErrorKind::kResponseTooLarge, "response_too_large", false},
    {ErrorKind::kUnexpectedContent, "unexpected_content", false},
    {ErrorKind::kMalformedResponse, "malformed_response", false},
    {ErrorKind::kInternal, "internal", false},
};

TEST(Error, NamesEveryKindAsThePackageDoes) {
  for (const KindRow& row : kKinds) {
    EXPECT_EQ(ToName(row.kind), row.name);
  }
}

TEST(Error, HasSentencesAndWordsInOneForm) {
  constexpr Text kTexts[] = {
#define AGENCYHANDY_TEXT(text, reason, sentence) Text::text,
#include "core/texts.inc"
#undef AGENCYHANDY_TEXT
  };
  for (const Text text : kTexts) {
    const std::string_view sentence = SentenceOf(text);
    const std::string_view reason = ReasonOf(text);
    EXPECT_LE(sentence.size(), 120U) << sentence;
    for (const char c : sentence) EXPECT_TRUE(c >= 0x20 && c < 0x7F) << sentence;
    if (!sentence.empty()) EXPECT_NE(sentence.back(), '.') << sentence;
    for (const char c : reason) EXPECT_TRUE(IsLower(c) || c == '_') << reason;
    EXPECT_EQ(sentence.empty() && reason.empty(), text == Text::kNone) << static_cast<int>(text);
  }
}

TEST(Error, SaysWhichKindsMayPassByThemselves) {
  for (const KindRow& row : kKinds) EXPECT_EQ(IsRetryable(row.kind), row.retryable) << row.name;
}

TEST(Error, BeginsWithNothingSet) {
  const Error error;
  EXPECT_EQ(error.kind, ErrorKind::kInternal);
  EXPECT_EQ(error.status, 0);
  EXPECT_EQ(error.position, -1);
  EXPECT_EQ(error.code_point, -1);
  EXPECT_FALSE(error.maybe_applied);
  EXPECT_EQ(AllTextOf(error), "\n\n\n\n\n\n");
}

TEST(Error, InvalidInputNamesPlaceAndCause) {
  const auto error = Take(InvalidInput("apiKey", Text::kKeyEmpty));
  EXPECT_TRUE(IsError(*error, {ErrorKind::kInvalidInput, "apiKey", "key_empty", -1, -1}));
  EXPECT_STREQ(error->message(), "It is empty");
  EXPECT_EQ(error->detail, "");
}

TEST(Error, MalformedResponseNamesThePlace) {
  const auto error = Take(MalformedResponse("companies[2]._id", Text::kUndocumented));
  EXPECT_TRUE(IsError(*error, {ErrorKind::kMalformedResponse, "companies[2]._id", "", -1, -1}));
}

TEST(Error, WritesACodePointWithFourToSixDigits) {
  const struct {
    char32_t code_point;
    const char* written;
  } rows[] = {{0x00, "U+0000"},      {0x0A, "U+000A"},     {0xE9, "U+00E9"},
              {0x200B, "U+200B"},    {0xFFFF, "U+FFFF"},   {0x10000, "U+10000"},
              {0x1F600, "U+1F600"},  {0xFFFFF, "U+FFFFF"}, {0x100000, "U+100000"},
              {0x10FFFF, "U+10FFFF"}};
  for (const auto& row : rows) {
    const auto error = Take(BadCharacter("apiKey", Text::kKeyBadCharacter, 7, row.code_point));
    EXPECT_TRUE(IsError(*error, {ErrorKind::kInvalidInput, "apiKey", "key_bad_character", 7,
                                 static_cast<std::int64_t>(row.code_point)}));
    EXPECT_EQ(std::string(error->message()) + error->detail,
              "Only visible ASCII characters are allowed, not "s + row.written + " at position 7");
  }
}

TEST(Error, MovesWithoutLosingAField) {
  Error error;
  error.kind = ErrorKind::kValidation;
  error.text = Text::kValidation;
  error.detail = " and more, longer than what a short string holds";
  error.where = "place";
  error.cause = Text::kReplyError;
  error.status = 422;
  error.position = 3;
  error.code_point = 4;
  error.field_name = "email";
  error.request_id = "r-1";
  error.retry_after = "5";
  error.maybe_applied = true;
  const Error moved = std::move(error);
  EXPECT_TRUE(IsError(moved, {ErrorKind::kValidation, "place", "reply_error", 3, 4}));
  EXPECT_EQ(moved.detail, " and more, longer than what a short string holds");
  EXPECT_EQ(moved.status, 422);
  EXPECT_EQ(moved.field_name, "email");
  EXPECT_EQ(moved.request_id, "r-1");
  EXPECT_EQ(moved.retry_after, "5");
  EXPECT_TRUE(moved.maybe_applied);
}

}  // namespace
}  // namespace agencyhandy::testing
