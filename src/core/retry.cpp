#include "core/retry.h"

#include <algorithm>
#include <cstring>

#include "core/text.h"

namespace agencyhandy {
namespace {

constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

// Each an index into the numbers of a date.
enum DatePart { kYear, kMonth, kDay, kHour, kMinute, kSecond, kDateParts };

// Reads `text` along `pattern`, in which a letter stands for a number: D day, N month by name,
// Y year, h hour, m minute, s second, in as many digits as it has letters ("_" for a digit that may
// be a blank), and any other character for itself. False at the first mismatch.
bool ReadDate(std::string_view text, const char* pattern, int (&parts)[kDateParts]) {
  static constexpr char kLetters[] = "YNDhms";
  std::size_t at = 0;
  for (; *pattern != '\0'; ++pattern, ++at) {
    if (at >= text.size()) return false;
    const char c = text[at];
    const char* letter = std::strchr(kLetters, *pattern == '_' ? 'D' : *pattern);
    if (letter == nullptr) {
      if (c != *pattern) return false;
    } else if (*pattern == 'N') {
      const std::size_t month = kMonths.find(text.substr(at, 3));
      if (month == std::string_view::npos || month % 3 != 0) return false;
      parts[kMonth] = static_cast<int>(month / 3) + 1;
      at += 2;
    } else if (*pattern != '_' || c != ' ') {
      if (!IsDigit(c)) return false;
      int& part = parts[letter - kLetters];
      part = part * 10 + (c - '0');
    }
  }
  return at == text.size();
}

// Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March.
int DaysFromCivil(int year, int month, int day) {
  const int shifted = month <= 2 ? year - 1 : year;
  const int day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + day_of_year - 719468;
}

std::optional<double> ToUnixMs(const int (&parts)[kDateParts]) {
  const int first = DaysFromCivil(parts[kYear], parts[kMonth], 1);
  const int next_month = parts[kMonth] % 12 + 1;
  const int next = DaysFromCivil(parts[kYear] + (next_month == 1 ? 1 : 0), next_month, 1);
  // 60 is a leap second (RFC 9110, 5.6.7).
  if (parts[kYear] < 1970 || parts[kDay] < 1 || parts[kDay] > next - first || parts[kHour] > 23 ||
      parts[kMinute] > 59 || parts[kSecond] > 60) {
    return std::nullopt;
  }
  const int seconds = (parts[kHour] * 60 + parts[kMinute]) * 60 + parts[kSecond];
  return ((first + parts[kDay] - 1) * 86400.0 + seconds) * 1000;
}

// RFC 9110, 5.6.7. The day of the week tells the three forms apart by its length and comma; which
// day it names changes nothing: the date says it.
std::optional<double> ReadHttpDate(std::string_view text, std::int64_t now_ms) {
  int parts[kDateParts] = {};
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(space + 1);
  const bool comma = space > 0 && text[space - 1] == ',';
  if (space == 4 && comma) {
    if (!ReadDate(rest, "DD N YYYY hh:mm:ss GMT", parts)) return std::nullopt;
  } else if (comma) {
    if (!ReadDate(rest, "DD-N-YY hh:mm:ss GMT", parts)) return std::nullopt;
    // A year more than 50 years ahead is a past one.
    constexpr double kYearMs = 31'556'952'000;
    const int this_year = 1970 + static_cast<int>(static_cast<double>(now_ms) / kYearMs);
    parts[kYear] += this_year - this_year % 100;
    if (parts[kYear] > this_year + 50) parts[kYear] -= 100;
  } else if (space != 3 || !ReadDate(rest, "N _D hh:mm:ss YYYY", parts)) {
    return std::nullopt;
  }
  return ToUnixMs(parts);
}

bool IsWorthRepeating(ErrorKind kind, int status) {
  if (kind == ErrorKind::kNetwork || kind == ErrorKind::kConnectionLost) return true;
  if (kind == ErrorKind::kTimeout || kind == ErrorKind::kRateLimited) return true;
  return kind == ErrorKind::kServerError &&
         (status == 500 || status == 502 || status == 503 || status == 504);
}

double BackoffMs(int tries, double random) {
  double longest = kFirstBackoffMs;
  for (int i = 1; i < tries && longest < kMaxBackoffMs; ++i) longest *= 2;
  longest = std::min(longest, kMaxBackoffMs);
  return longest / 2 + longest / 2 * random;
}

}  // namespace

std::optional<double> ParseRetryAfter(std::string_view value, std::int64_t now_ms) {
  const std::string_view text = TrimWhiteSpace(value);
  if (text.empty()) return std::nullopt;
  if (text.find_first_not_of("0123456789") == std::string_view::npos) {
    // More digits than a number of seconds needs still means "very long", not "now".
    const std::string_view digits =
        text.substr(std::min(text.find_first_not_of('0'), text.size() - 1));
    const std::optional<long long> seconds = ReadDigits(digits);
    return static_cast<double>(seconds.value_or(999'999'999'999)) * 1000;
  }
  const std::optional<double> at = ReadHttpDate(text, now_ms);
  if (!at || *at <= static_cast<double>(now_ms)) return std::nullopt;
  return *at - static_cast<double>(now_ms);
}

RetryPlan PlanRetry(const RetryInput& input) {
  RetryPlan plan;
  plan.retry_after_ms = ParseRetryAfter(input.retry_after, input.now_ms);
  if (!input.may_repeat || input.tries > input.retries || input.budget < 1) return plan;
  if (!IsWorthRepeating(input.kind, input.status)) return plan;
  if (plan.retry_after_ms && *plan.retry_after_ms > kMaxRetryAfterMs) return plan;
  const double delay_ms = plan.retry_after_ms.value_or(BackoffMs(input.tries, input.random));
  if (delay_ms >= input.remaining_ms) return plan;
  plan.again = true;
  plan.delay_ms = delay_ms;
  return plan;
}

bool MayRepeat(Method method, bool marked_idempotent) {
  if (IsSafe(method)) return true;
  return marked_idempotent && method != Method::kPost && method != Method::kPut;
}

}  // namespace agencyhandy
