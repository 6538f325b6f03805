#include "core/support.h"

#include <cstdio>
#include <fstream>
#include <iterator>

#include "core/text.h"

namespace agencyhandy::testing {

std::string Show(std::string_view text) {
  constexpr std::size_t kMost = 120;
  std::string out = "\"";
  for (const char c : text.substr(0, kMost)) {
    if (c >= 0x20 && c < 0x7F && c != '"' && c != '\\') {
      out += c;
      continue;
    }
    char code[5];
    std::snprintf(code, sizeof code, "\\x%02X", static_cast<unsigned>(c) & 0xFFU);
    out += code;
  }
  out += '"';
  if (text.size() > kMost) out += " and " + std::to_string(text.size() - kMost) + " bytes more";
  return out;
}

::testing::AssertionResult IsError(const Error& error, const Expected& expected) {
  const auto differs = [&](const char* what) {
    return ::testing::AssertionFailure()
           << what << " differs: kind " << ToName(error.kind) << ", where " << Show(error.where)
           << ", reason " << Show(error.reason()) << ", position " << error.position
           << ", code point " << error.code_point << ", text \"" << error.message() << error.detail
           << '"';
  };
  if (error.kind != expected.kind) return differs("kind");
  if (error.where != expected.where) return differs("where");
  if (expected.reason != kAnyReason && error.reason() != expected.reason) return differs("reason");
  if (error.position != expected.position) return differs("position");
  if (error.code_point != expected.code_point) return differs("code point");
  if (*error.message() == '\0') return differs("message");
  return ::testing::AssertionSuccess();
}

std::unique_ptr<Error> Take(Failure failure) { return std::unique_ptr<Error>(failure.error); }

std::string AllTextOf(const Error& error) {
  std::string all = error.message();
  for (const std::string& part : {error.detail, error.where, std::string(error.reason()),
                                  error.field_name, error.request_id, error.retry_after}) {
    all += '\n';
    all += part;
  }
  return all;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.is_open()) << path;
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string ReadData(const std::string& name) {
  return ReadFile(std::string(AGENCYHANDY_TEST_DATA) + "/" + name);
}

std::string FindSuite(const std::string& name) {
  std::string path = std::string(AGENCYHANDY_SUITES) + "/" + name;
  return std::ifstream(path).good() ? path : std::string();
}

std::string Repeat(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  while (count-- > 0) out += text;
  return out;
}

std::string EncodeBase64Url(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < 3; ++i) {
      bits = bits << 8 | (i < count ? static_cast<unsigned char>(bytes[at + i]) : 0U);
    }
    for (std::size_t i = 0; i <= count; ++i) out += kDigits[(bits >> (18 - 6 * i)) & 63U];
  }
  return out;
}

std::string MakeJwt(std::string_view claims) {
  return EncodeBase64Url(R"({"alg":"HS256","typ":"JWT"})") + "." + EncodeBase64Url(claims) + "." +
         Repeat("s", 43);
}

std::string SampleKey() { return MakeJwt(R"({"sub":"sample"})"); }

SeededRandom::SeededRandom(std::uint32_t seed) : engine_(seed) {
  std::printf("seed %u\n", static_cast<unsigned>(seed));
}

std::size_t SeededRandom::Below(std::size_t limit) { return engine_() % limit; }

double SeededRandom::Unit() { return static_cast<double>(engine_()) / 4294967296.0; }

}  // namespace agencyhandy::testing
