// A Retry-After means what a second reader on the C library's calendar (strptime, timegm) says; a
// plan never waits longer than the cap or the deadline, and never repeats what must not be
// repeated.
#include <fuzzer/FuzzedDataProvider.h>

#include <cmath>
#include <ctime>
#include <optional>

#include "core/retry.h"
#include "fuzz/fuzz_support.h"

namespace agencyhandy::fuzz {
namespace {

// Within a year of which a two-digit year is not open: it is 2026.
constexpr std::int64_t kNowMs = 1'785'000'000'000;

std::string TrimBlanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\v\f");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n\v\f") - begin + 1));
}

// Whether `text` has the form of `pattern`: "9" is a digit, "_" a digit or blank, "a" a letter, and
// any other character itself.
bool HasForm(std::string_view text, std::string_view pattern) {
  if (text.size() != pattern.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const char want = pattern[i];
    if (want == '9'   ? !digit
        : want == '_' ? !digit && c != ' '
        : want == 'a' ? !letter
                      : c != want) {
      return false;
    }
  }
  return true;
}

bool IsMonth(std::string_view name) {
  for (const char* month :
       {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}) {
    if (name == month) return true;
  }
  return false;
}

// Unix seconds of a date whose form is known to be good; empty where no calendar has it.
std::optional<std::int64_t> ReadCalendar(const std::string& date, const char* format, int century) {
  std::tm parts = {};
  const std::size_t seconds = date.rfind(':');
  const bool leap_second = date.compare(seconds, 3, ":60") == 0;
  std::string text = date;
  if (leap_second) text.replace(seconds, 3, ":59");
  const char* end = strptime(text.c_str(), format, &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  if (century >= 0) parts.tm_year = century + parts.tm_year % 100 - 1900;
  std::tm normal = parts;
  const std::time_t at = timegm(&normal);
  if (normal.tm_mday != parts.tm_mday || normal.tm_hour != parts.tm_hour || parts.tm_year < 70 ||
      parts.tm_sec > 59) {
    return std::nullopt;
  }
  return static_cast<std::int64_t>(at) + (leap_second ? 1 : 0);
}

// Behind the day of the week, whose name is not looked at.
std::optional<std::int64_t> ReadDate(const std::string& text) {
  const std::size_t space = text.find(' ');
  if (space == std::string::npos || space == 0) return std::nullopt;
  const std::string rest = text.substr(space + 1);
  if (text[space - 1] != ',') {
    if (space != 3 || !HasForm(rest, "aaa _9 99:99:99 9999")) return std::nullopt;
    if (!IsMonth(rest.substr(0, 3))) return std::nullopt;
    return ReadCalendar(rest, "%b %e %H:%M:%S %Y", -1);
  }
  if (space == 4) {
    if (!HasForm(rest, "99 aaa 9999 99:99:99 GMT") || !IsMonth(rest.substr(3, 3)))
      return std::nullopt;
    return ReadCalendar(rest, "%d %b %Y %H:%M:%S GMT", -1);
  }
  if (!HasForm(rest, "99-aaa-99 99:99:99 GMT") || !IsMonth(rest.substr(3, 3))) return std::nullopt;
  const int year = std::atoi(rest.substr(7, 2).c_str());
  return ReadCalendar(rest, "%d-%b-%y %H:%M:%S GMT", year > 76 ? 1900 : 2000);
}

void CheckValue(const std::string& value) {
  const std::optional<double> wait_ms = ParseRetryAfter(value, kNowMs);
  const std::string text = TrimBlanks(value);
  for (const char c : value) {
    if (static_cast<unsigned char>(c) >= 0x80) return;  // other white space is trimmed as well
  }
  if (!text.empty() && text.find_first_not_of("0123456789") == std::string::npos) {
    Require(wait_ms.has_value(), "digits are seconds", text);
    // Beyond 15 digits that count it is "very long", whatever it says.
    const double seconds = std::strtod(text.c_str(), nullptr);
    Require(seconds >= 1e15 ? *wait_ms > kMaxRetryAfterMs : *wait_ms == seconds * 1000,
            "digits are that many seconds", text);
    return;
  }
  const std::optional<std::int64_t> at = ReadDate(text);
  const bool expected = at && *at * 1000 > kNowMs;
  Require(wait_ms.has_value() == expected, "a date counts where the calendar has it, ahead", text);
  if (expected) {
    Require(*wait_ms == static_cast<double>(*at * 1000 - kNowMs), "a date is that moment", text);
  }
}

void CheckPlan(FuzzedDataProvider& chance, const std::string& value) {
  RetryInput input;
  input.kind = static_cast<ErrorKind>(
      chance.ConsumeIntegralInRange<int>(0, static_cast<int>(ErrorKind::kInternal)));
  input.status = chance.PickValueInArray(
      {0, 200, 302, 400, 401, 404, 408, 425, 429, 500, 501, 502, 503, 504, 599, 600});
  input.may_repeat = chance.ConsumeBool();
  input.tries = chance.ConsumeIntegralInRange<int>(1, 2'000'000'000);
  input.retries = chance.ConsumeIntegralInRange<int>(0, 2'000'000'000);
  input.budget = chance.ConsumeIntegralInRange<int>(-1, 11);
  input.remaining_ms = chance.ConsumeFloatingPointInRange<double>(-1, 1e6);
  input.random = chance.ConsumeProbability<double>() * 0.999999;
  input.now_ms = kNowMs;
  input.retry_after = value;
  const RetryPlan plan = PlanRetry(input);
  Require(plan.retry_after_ms == ParseRetryAfter(value, kNowMs), "a plan tells what was asked for");
  if (!plan.again) return;
  Require(input.may_repeat && input.tries <= input.retries && input.budget >= 1,
          "only what may be repeated is");
  Require(std::isfinite(plan.delay_ms) && plan.delay_ms >= 0 && plan.delay_ms <= kMaxRetryAfterMs,
          "a wait is within the cap");
  Require(plan.delay_ms < input.remaining_ms, "a wait fits into the deadline");
  if (!plan.retry_after_ms) {
    const double b = std::min(8000.0, 500 * std::pow(2.0, std::min(input.tries - 1, 60)));
    Require(plan.delay_ms >= b / 2 && plan.delay_ms <= b, "a backoff lies in [b/2, b]");
  }
}

}  // namespace
}  // namespace agencyhandy::fuzz

// The value first, then, behind a separator, the bytes that make a plan.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace agencyhandy::fuzz;
  const std::string all(reinterpret_cast<const char*>(data), size);
  const std::size_t end = std::min(all.find(kSeparator), size);
  const std::string value = all.substr(0, end);
  CheckValue(value);
  FuzzedDataProvider chance(data + end, size - end);
  CheckPlan(chance, value);
  return 0;
}
