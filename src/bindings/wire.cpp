#include "bindings/wire.h"

#include <cstring>
#include <string>

#include "bindings/arena.h"
#include "core/text.h"

namespace agencyhandy {
namespace {

// Grows by copying; what it leaves behind ends with the arena.
struct Buffer {
  char* bytes;
  std::size_t size;
  std::size_t capacity;

  void Append(const void* more, std::size_t count) {
    if (size + count > capacity) {
      capacity = (size + count) * 2;
      auto* grown = new char[capacity];
      std::memcpy(grown, bytes, size);
      bytes = grown;
    }
    std::memcpy(bytes + size, more, count);
    size += count;
  }
};

// All of one call, and empty between calls.
struct Wire {
  std::string_view input;
  Buffer output;
  Buffer lengths;  // u32 each
};
Wire g_wire;
std::uint32_t g_output_view[4];

std::uint32_t ReadWord(std::size_t index) {
  const std::size_t at = index * sizeof(std::uint32_t);
  std::uint32_t word = 0;
  if (at + sizeof word <= g_wire.input.size()) {
    std::memcpy(&word, g_wire.input.data() + at, sizeof word);
  }
  return word;
}

std::uint32_t AddressOf(const char* bytes) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(bytes));
}

}  // namespace

std::uintptr_t Reserve(std::size_t size) {
  auto* bytes = new char[size];
  g_wire.input = {bytes, size};
  return AddressOf(bytes);
}

bool InputReader::AtEnd() const { return next_ >= ReadWord(0); }

std::string_view InputReader::Next() {
  const std::uint32_t count = ReadWord(0);
  if (next_ >= count) return {};
  const std::size_t length = ReadWord(++next_);
  const std::size_t begin = (count + 1) * sizeof(std::uint32_t) + offset_;
  if (begin + length > g_wire.input.size()) return {};
  offset_ += length;
  return {g_wire.input.data() + begin, length};
}

void Write(std::string_view text) {
  g_wire.output.Append(text.data(), text.size());
  const auto length = static_cast<std::uint32_t>(Utf16Length(text));
  g_wire.lengths.Append(&length, sizeof length);
}

void Write(const std::string& text) { Write(std::string_view(text)); }
void Write(const char* text) { Write(std::string_view(text)); }

void WriteNumber(long long number) {
  std::string digits;
  AppendNumber(number, digits);
  Write(digits);
}

void WriteFlag(bool flag) { Write(flag ? "1" : ""); }

std::uintptr_t OutputAt() {
  g_output_view[0] = AddressOf(g_wire.output.bytes);
  g_output_view[1] = static_cast<std::uint32_t>(g_wire.output.size);
  g_output_view[2] = AddressOf(g_wire.lengths.bytes);
  g_output_view[3] = static_cast<std::uint32_t>(g_wire.lengths.size / sizeof(std::uint32_t));
  return reinterpret_cast<std::uintptr_t>(g_output_view);
}

void Release() {
  g_wire = Wire();
  ReleaseArena();
}

}  // namespace agencyhandy
