#include "core/companies.h"

#include "core/json_reader.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

struct Field {
  std::string_view key;
  std::string Company::*member;
};

constexpr Field kFields[] = {
    {"_id", &Company::id},
    {"name", &Company::name},
    {"logo", &Company::logo},
    {"extraSmallLogo", &Company::extra_small_logo},
    {"largeLogo", &Company::large_logo},
};

const Field* FindField(std::string_view key) {
  for (const Field& field : kFields) {
    if (field.key == key) return &field;
  }
  return nullptr;
}

std::string PlaceOf(std::size_t index, std::string_view key) {
  std::string place = "companies[";
  AppendNumber(static_cast<long long>(index), place);
  place += ']';
  if (!key.empty()) {
    place += '.';
    place += key;
  }
  return place;
}

// Depths: 0 document, 1 its fields, 2 companies, 3 a company's fields.
class CompaniesListener final : public JsonListener {
 public:
  void OnKey(std::string_view key, int depth) override {
    if (depth == 1) {
      in_companies_ = key == "companies";
      if (in_companies_) companies_.clear();
      if (in_companies_) found_ = false;
    }
    if (in_companies_ && depth == 3) field_ = FindField(key);
  }

  void OnOpen(JsonType type, int depth) override {
    if (depth == 0) is_object_ = type == JsonType::kObject;
    if (!in_companies_) return;
    if (depth == 1) {
      found_ = type == JsonType::kArray;
    } else if (depth == 2) {
      OpenCompany(type);
    } else if (depth == 3 && field_ != nullptr) {
      Fail(PlaceOf(companies_.size() - 1, field_->key));
    }
  }

  void OnClose(int depth) override {
    if (!in_companies_) return;
    if (depth == 2 && companies_.back().id.empty()) {
      Fail(PlaceOf(companies_.size() - 1, "_id"));
    }
    if (depth == 1) in_companies_ = false;
  }

  void OnValue(const JsonValue& value, int depth) override {
    if (!in_companies_) return;
    if (depth == 2) Fail(PlaceOf(companies_.size(), ""));
    if (depth != 3 || field_ == nullptr) return;
    std::string& member = companies_.back().*field_->member;
    if (value.type == JsonType::kString) {
      member = value.text;
    } else if (value.type == JsonType::kNull) {
      member.clear();
    } else {
      Fail(PlaceOf(companies_.size() - 1, field_->key));
    }
  }

  Result<std::vector<Company>> Take() {
    if (!is_object_ || !found_) {
      return MalformedResponse("companies", "The reply has no list of companies");
    }
    if (!bad_place_.empty()) {
      Error error = MalformedResponse("", "The reply does not have the documented form");
      error.where = bad_place_;
      return error;
    }
    return std::move(companies_);
  }

 private:
  void OpenCompany(JsonType type) {
    if (type != JsonType::kObject) Fail(PlaceOf(companies_.size(), ""));
    companies_.emplace_back();
    field_ = nullptr;
  }
  void Fail(std::string place) {
    if (bad_place_.empty()) bad_place_ = std::move(place);
  }

  std::vector<Company> companies_;
  std::string bad_place_;
  const Field* field_ = nullptr;
  bool is_object_ = false;
  bool in_companies_ = false;
  bool found_ = false;
};

}  // namespace

Company::Company() = default;
Company::Company(const Company&) = default;
Company::Company(Company&&) noexcept = default;
Company& Company::operator=(const Company&) = default;
Company& Company::operator=(Company&&) noexcept = default;
Company::~Company() = default;

Result<std::vector<Company>> ParseCompanies(std::string_view text) {
  CompaniesListener listener;
  const Result<JsonSummary> read = ReadJson(text, &listener);
  if (!read.ok()) return read.error();
  return listener.Take();
}

}  // namespace agencyhandy
