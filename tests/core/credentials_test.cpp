#include "core/credentials.h"

#include <cstring>
#include <memory>

#include "core/limits.h"
#include "core/support.h"

// GCC's packages do not bring this header.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AGENCYHANDY_ADDRESS_SANITIZER
#include <sanitizer/allocator_interface.h>
#endif
#endif

namespace agencyhandy::testing {
namespace {

struct Rule {
  const char* where;
  const char* empty;
  const char* too_long;
  const char* bad_character;
};
constexpr Rule kKey = {"apiKey", "key_empty", "key_too_long", "key_bad_character"};
constexpr Rule kCompany = {"companyId", "company_id_empty", "company_id_too_long",
                           "company_id_bad_character"};

// Holds both parsers, which share one rule, against one claim.
void ExpectBoth(std::string_view text, const char* Rule::*reason, std::int64_t position = -1,
                std::int64_t code_point = -1) {
  SCOPED_TRACE(Show(text));
  EXPECT_TRUE(Fails(ApiKey::Parse(text),
                    {ErrorKind::kInvalidInput, kKey.where, kKey.*reason, position, code_point}));
  EXPECT_TRUE(Fails(ParseCompanyId(text), {ErrorKind::kInvalidInput, kCompany.where,
                                           kCompany.*reason, position, code_point}));
}

TEST(Credentials, AcceptEveryVisibleAsciiCharacter) {
  for (char c = 0x21; c < 0x7F; ++c) {
    const std::string text(1, c);
    const Result<ApiKey> key = ApiKey::Parse(text);
    ASSERT_TRUE(key.ok()) << text;
    EXPECT_EQ(key.value().view(), text);
    EXPECT_STREQ(key.value().c_str(), text.c_str());
    const Result<std::string> company = ParseCompanyId(text);
    ASSERT_TRUE(company.ok()) << text;
    EXPECT_EQ(company.value(), text);
  }
}

TEST(Credentials, DropOuterWhiteSpace) {
  for (const std::string_view text : {" abc"sv, "abc\n"sv, "\r\n\tabc \r\n"sv,
                                      "\xC2\xA0"
                                      "abc\xE3\x80\x80"sv,
                                      "\xEF\xBB\xBF"
                                      "abc"sv}) {
    SCOPED_TRACE(Show(text));
    const Result<ApiKey> key = ApiKey::Parse(text);
    ASSERT_TRUE(key.ok());
    EXPECT_EQ(key.value().view(), "abc");
    EXPECT_EQ(ParseCompanyId(text).value(), "abc");
  }
}

TEST(Credentials, RefuseEmptyText) {
  for (const std::string_view text : {""sv, " "sv, "\r\n\t"sv, "\xC2\xA0"sv, "\xEF\xBB\xBF"sv}) {
    ExpectBoth(text, &Rule::empty);
  }
}

TEST(Credentials, RefuseMoreThanTheLimit) {
  const std::string most(kMaxCredentialLength, 'k');
  EXPECT_TRUE(ApiKey::Parse(most).ok());
  EXPECT_TRUE(ApiKey::Parse(" " + most + " ").ok());
  EXPECT_TRUE(ParseCompanyId(most).ok());
  ExpectBoth(most + "k", &Rule::too_long);
  ExpectBoth(Repeat("k", 1'000'000), &Rule::too_long);
}

TEST(Credentials, NameABadCharacterAndItsPlace) {
  const struct {
    std::string_view text;
    std::int64_t position;  // UTF-16 units of the text as given
    std::int64_t code_point;
  } rows[] = {
      {"ab c", 2, 0x20},
      {"a\tb", 1, 0x09},
      {"a\nb", 1, 0x0A},
      {"a\rb", 1, 0x0D},
      {"k\r\nx-evil: 1", 1, 0x0D},
      {"a\0b"sv, 1, 0x00},
      {"\0"sv, 0, 0x00},
      {"a\x7F", 1, 0x7F},
      {"a\x1F"
       "b",
       1, 0x1F},
      {"caf\xC3\xA9", 3, 0xE9},
      {"\xC2\xA0"
       "a\xC2\xA0"
       "b",
       2, 0xA0},  // the first one is trimmed and still counts
      {"  a\xE2\x80\x8B"
       "b",
       3, 0x200B},
      {"a\xE2\x80\x8E", 1, 0x200E},
      {"a\xEF\xBC\xA1", 1, 0xFF21},      // full-width A
      {"\xF0\x9F\x98\x80", 0, 0x1F600},  // emoji
      {"ab\xF0\x9F\x98\x80"
       "c",
       2, 0x1F600},
      {"\xE2\x80\x9C"
       "abc\xE2\x80\x9D",
       0, 0x201C},
      {"a\xFF", 1, 0xFFFD},  // not UTF-8
      {"a\xC3", 1, 0xFFFD},
      {"a\xE0\x81\x81", 1, 0xFFFD},  // an overlong "A"
      {"a\xE0\x80\xA0", 1, 0xFFFD},  // an overlong space
      {"\xE0\x80\xA0"
       "a",
       0, 0xFFFD},
      {"a\xED\xA0\x80", 1, 0xFFFD},  // a surrogate
  };
  for (const auto& row : rows) {
    ExpectBoth(row.text, &Rule::bad_character, row.position, row.code_point);
  }
}

TEST(Credentials, NeverRepeatTheTextInAnError) {
  const std::string secret = "secret-key-0123456789";
  for (const std::string& text :
       {secret + "\n" + secret, secret + "\xC3\xA9", Repeat(secret, 1000), "\x7F" + secret}) {
    const Result<ApiKey> key = ApiKey::Parse(text);
    ASSERT_FALSE(key.ok());
    EXPECT_EQ(AllTextOf(key.error()).find("secret"), std::string::npos);
    const Result<std::string> company = ParseCompanyId(text);
    ASSERT_FALSE(company.ok());
    EXPECT_EQ(AllTextOf(company.error()).find("secret"), std::string::npos);
  }
}

TEST(Credentials, AMovedKeyKeepsItsBytes) {
  Result<ApiKey> parsed = ApiKey::Parse(SampleKey());
  ASSERT_TRUE(parsed.ok());
  const ApiKey moved = std::move(parsed.value());
  EXPECT_EQ(moved.view(), SampleKey());
  EXPECT_EQ(std::strlen(moved.c_str()), moved.size());
}

TEST(Credentials, WipeOverwritesExactlyWhatItIsGiven) {
  char bytes[] = "abcdefgh";
  Wipe(bytes + 2, 3);
  EXPECT_EQ(std::string_view(bytes, 8), "ab\0\0\0fgh"sv);
  Wipe(bytes, 0);
  EXPECT_EQ(bytes[0], 'a');
}

#ifdef AGENCYHANDY_ADDRESS_SANITIZER
// What the allocator sees of the key below while the hook is on.
const char* g_secret = nullptr;
int g_blocks_with_secret = 0;
int g_blocks_freed = 0;

// Whether the block holds any 8 characters of the secret that stand together.
void LookAtFreedBlock(const volatile void* address) {
  if (g_secret == nullptr || address == nullptr) return;
  const auto* bytes = static_cast<const char*>(const_cast<const void*>(address));
  const std::string_view block(bytes, __sanitizer_get_allocated_size(bytes));
  ++g_blocks_freed;
  constexpr std::size_t kPiece = 8;
  for (const char* at = g_secret; std::strlen(at) >= kPiece; ++at) {
    if (block.find({at, kPiece}) == std::string_view::npos) continue;
    ++g_blocks_with_secret;
    return;
  }
}

void InstallHookOnce() {
  static const int installed = __sanitizer_install_malloc_and_free_hooks(
      [](const volatile void*, std::size_t) {}, LookAtFreedBlock);
  ASSERT_NE(installed, 0);
}

TEST(Credentials, FreeNoBlockThatHoldsTheKey) {
  InstallHookOnce();
  for (const std::size_t length : {std::size_t{11}, std::size_t{40}, kMaxCredentialLength}) {
    std::string secret;
    for (std::size_t i = 0; i < length; ++i) secret += static_cast<char>('!' + i * 7 % 90);
    g_blocks_with_secret = g_blocks_freed = 0;
    g_secret = secret.c_str();
    {
      Result<ApiKey> parsed = ApiKey::Parse(secret);
      const ApiKey kept = std::move(parsed.value());
      EXPECT_EQ(kept.size(), length);
    }
    g_secret = nullptr;
    EXPECT_GE(g_blocks_freed, 1) << length;
    EXPECT_EQ(g_blocks_with_secret, 0) << length;
  }
}

// The same search must find an unwiped copy, else the claim above would prove nothing.
TEST(Credentials, TheSearchOfFreedBlocksFindsAnUnwipedCopy) {
  InstallHookOnce();
  const std::string secret = SampleKey();
  g_blocks_with_secret = 0;
  g_secret = secret.c_str();
  delete new std::string(secret.substr(3));
  g_secret = nullptr;
  EXPECT_EQ(g_blocks_with_secret, 1);
}

TEST(Credentials, ZeroTheHeapBlockOfAKeyBeforeItIsFreed) {
  InstallHookOnce();
  static std::string last_content;
  static const char* watched = nullptr;
  static const int installed =
      __sanitizer_install_malloc_and_free_hooks([](const volatile void*, std::size_t) {},
                                                [](const volatile void* address) {
                                                  if (address != watched || watched == nullptr)
                                                    return;
                                                  last_content.assign(watched, last_content.size());
                                                });
  ASSERT_NE(installed, 0);
  const std::string secret = SampleKey();
  last_content = std::string(secret.size(), '?');
  {
    const Result<ApiKey> key = ApiKey::Parse(secret);
    watched = key.value().c_str();
  }
  watched = nullptr;
  EXPECT_EQ(last_content, std::string(secret.size(), '\0'));
}
#endif

}  // namespace
}  // namespace agencyhandy::testing
