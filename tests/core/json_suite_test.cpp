// Holds the JSON reader against JSONTestSuite (nst/JSONTestSuite), which is not part of the
// project.
#include <dirent.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "core/json_reader.h"
#include "core/support.h"

namespace agencyhandy::testing {
namespace {

constexpr bool kAccepted = true;
constexpr bool kRefused = false;

struct Verdict {
  bool accepted;
  const char* why;
};

// What the suite leaves to the parser (its `i_` files), decided here.
const std::map<std::string, Verdict>& Verdicts() {
  static constexpr const char* kTooLarge = "no double holds it, so JavaScript could not either";
  static constexpr const char* kInteger = "read as a big integer, exact in `request`'s data";
  static constexpr const char* kTiny = "rounds to a double like any other fraction";
  static constexpr const char* kSurrogate = "a lone surrogate is no character";
  static constexpr const char* kUtf8 = "RFC 8259, 8.1: UTF-8 and nothing else";
  static const std::map<std::string, Verdict> verdicts = {
      {"i_number_double_huge_neg_exp.json", {kAccepted, kTiny}},
      {"i_number_huge_exp.json", {kRefused, kTooLarge}},
      {"i_number_neg_int_huge_exp.json", {kRefused, kTooLarge}},
      {"i_number_pos_double_huge_exp.json", {kRefused, kTooLarge}},
      {"i_number_real_neg_overflow.json", {kRefused, kTooLarge}},
      {"i_number_real_pos_overflow.json", {kRefused, kTooLarge}},
      {"i_number_real_underflow.json", {kAccepted, kTiny}},
      {"i_number_too_big_neg_int.json", {kAccepted, kInteger}},
      {"i_number_too_big_pos_int.json", {kAccepted, kInteger}},
      {"i_number_very_big_negative_int.json", {kAccepted, kInteger}},
      {"i_object_key_lone_2nd_surrogate.json", {kRefused, kSurrogate}},
      {"i_string_1st_surrogate_but_2nd_missing.json", {kRefused, kSurrogate}},
      {"i_string_1st_valid_surrogate_2nd_invalid.json", {kRefused, kSurrogate}},
      {"i_string_UTF-16LE_with_BOM.json", {kRefused, kUtf8}},
      {"i_string_UTF-8_invalid_sequence.json", {kRefused, kUtf8}},
      {"i_string_UTF8_surrogate_U+D800.json", {kRefused, kUtf8}},
      {"i_string_incomplete_surrogate_and_escape_valid.json", {kRefused, kSurrogate}},
      {"i_string_incomplete_surrogate_pair.json", {kRefused, kSurrogate}},
      {"i_string_incomplete_surrogates_escape_valid.json", {kRefused, kSurrogate}},
      {"i_string_invalid_lonely_surrogate.json", {kRefused, kSurrogate}},
      {"i_string_invalid_surrogate.json", {kRefused, kSurrogate}},
      {"i_string_invalid_utf-8.json", {kRefused, kUtf8}},
      {"i_string_inverted_surrogates_U+1D11E.json", {kRefused, kSurrogate}},
      {"i_string_iso_latin_1.json", {kRefused, kUtf8}},
      {"i_string_lone_second_surrogate.json", {kRefused, kSurrogate}},
      {"i_string_lone_utf8_continuation_byte.json", {kRefused, kUtf8}},
      {"i_string_not_in_unicode_range.json", {kRefused, kUtf8}},
      {"i_string_overlong_sequence_2_bytes.json", {kRefused, kUtf8}},
      {"i_string_overlong_sequence_6_bytes.json", {kRefused, kUtf8}},
      {"i_string_overlong_sequence_6_bytes_null.json", {kRefused, kUtf8}},
      {"i_string_truncated-utf-8.json", {kRefused, kUtf8}},
      {"i_string_utf16BE_no_BOM.json", {kRefused, kUtf8}},
      {"i_string_utf16LE_no_BOM.json", {kRefused, kUtf8}},
      {"i_structure_500_nested_arrays.json", {kAccepted, "512 levels are allowed"}},
      {"i_structure_UTF-8_BOM_empty_object.json", {kAccepted, "a leading BOM is skipped"}},
  };
  return verdicts;
}

std::vector<std::string> ListSuite(std::string_view prefix) {
  std::vector<std::string> names;
  DIR* folder = opendir(FindSuite("json-test-suite").c_str());
  if (folder == nullptr) return names;
  for (const dirent* entry = readdir(folder); entry != nullptr; entry = readdir(folder)) {
    const std::string name = entry->d_name;
    if (name.compare(0, prefix.size(), prefix) == 0) names.push_back(name);
  }
  closedir(folder);
  std::sort(names.begin(), names.end());
  return names;
}

bool Accepts(const std::string& name) {
  return CheckJson(ReadFile(FindSuite("json-test-suite/" + name))).ok();
}

class JsonSuite : public ::testing::Test {
 protected:
  void SetUp() override {
    if (FindSuite("json-test-suite").empty()) {
      GTEST_SKIP() << "JSONTestSuite is not there: ../shared/suites/json-test-suite";
    }
  }
};

TEST_F(JsonSuite, EveryTextThatMustBeAcceptedIs) {
  const std::vector<std::string> names = ListSuite("y_");
  EXPECT_EQ(names.size(), 95U);
  for (const std::string& name : names) EXPECT_TRUE(Accepts(name)) << name;
}

TEST_F(JsonSuite, EveryTextThatMustBeRefusedIs) {
  const std::vector<std::string> names = ListSuite("n_");
  EXPECT_EQ(names.size(), 188U);
  for (const std::string& name : names) EXPECT_FALSE(Accepts(name)) << name;
}

TEST_F(JsonSuite, EveryOpenCaseIsDecidedAsWrittenDown) {
  const std::vector<std::string> names = ListSuite("i_");
  EXPECT_EQ(names.size(), Verdicts().size());
  for (const std::string& name : names) {
    const auto row = Verdicts().find(name);
    ASSERT_NE(row, Verdicts().end()) << name << " is not decided";
    EXPECT_EQ(Accepts(name), row->second.accepted) << name << ": " << row->second.why;
  }
}

TEST_F(JsonSuite, ARefusalIsAlwaysAMalformedResponse) {
  for (const std::string& name : ListSuite("n_")) {
    const Result<JsonSummary> read = CheckJson(ReadFile(FindSuite("json-test-suite/" + name)));
    if (read.ok()) continue;  // the case above says so
    EXPECT_TRUE(IsError(read.error(), {ErrorKind::kMalformedResponse, "", "", -1, -1})) << name;
  }
}

}  // namespace
}  // namespace agencyhandy::testing
