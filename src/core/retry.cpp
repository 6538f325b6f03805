#include "core/retry.h"

#include <algorithm>
#include <cstring>

#include "core/text.h"

namespace agencyhandy {
namespace {

constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

struct Date {
  long long year = 0;
  long long month = 0;  // 1 to 12
  long long day = 0;
  long long hour = 0;
  long long minute = 0;
  long long second = 0;
};

// Reads a text from left to right; the first mismatch makes all later steps fail.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  void Skip(const char* expected) {
    ok_ = ok_ && StartsWith(rest_, expected);
    if (ok_) rest_.remove_prefix(std::strlen(expected));
  }
  void Number(std::size_t digits, long long& out) {
    const std::optional<long long> number = ReadDigits(Take(digits));
    ok_ = ok_ && number.has_value();
    if (ok_) out = *number;
  }
  // Day of an asctime date: two digits, or a blank and one.
  void PaddedDay(long long& out) {
    const bool padded = StartsWith(rest_, " ");
    if (padded) Skip(" ");
    Number(padded ? 1 : 2, out);
  }
  void Month(long long& out) {
    const std::size_t at = kMonths.find(Take(3));
    ok_ = ok_ && at != std::string_view::npos && at % 3 == 0;
    if (ok_) out = static_cast<long long>(at / 3) + 1;
  }
  void Time(Date& date) {
    Number(2, date.hour);
    Skip(":");
    Number(2, date.minute);
    Skip(":");
    Number(2, date.second);
  }
  bool AtEnd() const { return ok_ && rest_.empty(); }

 private:
  std::string_view Take(std::size_t count) {
    const std::string_view taken = rest_.substr(0, count);
    ok_ = ok_ && taken.size() == count;
    rest_.remove_prefix(taken.size());
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

long long DaysFromCivil(long long year, long long month, long long day) {
  // Days since 1970-01-01 in the proleptic Gregorian calendar, years counted from March.
  const long long shifted = month <= 2 ? year - 1 : year;
  const long long era = shifted / 400;
  const long long year_of_era = shifted - era * 400;
  const long long day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

long long DaysInMonth(long long year, long long month) {
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<double> ToUnixMs(const Date& date) {
  // 60 is a leap second (RFC 9110, 5.6.7).
  if (date.year < 1970 || date.day < 1 || date.day > DaysInMonth(date.year, date.month) ||
      date.hour > 23 || date.minute > 59 || date.second > 60) {
    return std::nullopt;
  }
  const long long days = DaysFromCivil(date.year, date.month, date.day);
  return (static_cast<double>(days) * 86400 + static_cast<double>(date.hour) * 3600 +
          static_cast<double>(date.minute) * 60 + static_cast<double>(date.second)) *
         1000;
}

// "06 Nov 1994 08:49:37 GMT", behind "Sun, ".
std::optional<double> ReadFixDate(std::string_view text) {
  Date date;
  Scanner scan(text);
  scan.Number(2, date.day);
  scan.Skip(" ");
  scan.Month(date.month);
  scan.Skip(" ");
  scan.Number(4, date.year);
  scan.Skip(" ");
  scan.Time(date);
  scan.Skip(" GMT");
  return scan.AtEnd() ? ToUnixMs(date) : std::nullopt;
}

// "06-Nov-94 08:49:37 GMT", behind "Sunday, ". A year more than 50 years ahead is a past one.
std::optional<double> ReadRfc850Date(std::string_view text, std::int64_t now_ms) {
  Date date;
  Scanner scan(text);
  scan.Number(2, date.day);
  scan.Skip("-");
  scan.Month(date.month);
  scan.Skip("-");
  scan.Number(2, date.year);
  scan.Skip(" ");
  scan.Time(date);
  scan.Skip(" GMT");
  if (!scan.AtEnd()) return std::nullopt;
  constexpr std::int64_t kYearMs = 31'556'952'000;
  const std::int64_t this_year = 1970 + now_ms / kYearMs;
  date.year += this_year - this_year % 100;
  if (date.year > this_year + 50) date.year -= 100;
  return ToUnixMs(date);
}

// "Nov  6 08:49:37 1994", behind "Sun ".
std::optional<double> ReadAsctimeDate(std::string_view text) {
  Date date;
  Scanner scan(text);
  scan.Month(date.month);
  scan.Skip(" ");
  scan.PaddedDay(date.day);
  scan.Skip(" ");
  scan.Time(date);
  scan.Skip(" ");
  scan.Number(4, date.year);
  return scan.AtEnd() ? ToUnixMs(date) : std::nullopt;
}

// The day of the week tells the three forms apart by its length and comma; which day it names
// changes nothing: the date says it.
std::optional<double> ReadHttpDate(std::string_view text, std::int64_t now_ms) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(space + 1);
  if (text[space - 1] != ',') return space == 3 ? ReadAsctimeDate(rest) : std::nullopt;
  return space == 4 ? ReadFixDate(rest) : ReadRfc850Date(rest, now_ms);
}

bool IsWorthRepeating(ErrorKind kind, int status) {
  switch (status) {
    case 408:
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
      return true;
    default:
      return kind == ErrorKind::kNetwork || kind == ErrorKind::kConnectionLost ||
             kind == ErrorKind::kTimeout;
  }
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
    const std::optional<long long> seconds = ReadDigits(text);
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
