// Owns the two buffers through which text crosses to JavaScript and back. Owns no meaning of it.
//
// In, written by JavaScript after Reserve(): u32 count, u32 byte length of each text, the UTF-8
// bytes of all. Out, read through OutputAt(): u32 address and u32 length of the joined UTF-8 text,
// u32 address of the lengths, u32 count; a length counts UTF-16 units, so that JavaScript decodes
// once and slices.
//
// Either may hold a key, so both end with Release(), which follows every call and wipes all that
// the call allocated (arena.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace agencyhandy {

// Room for `size` bytes of input; the address stays valid until Release().
std::uintptr_t Reserve(std::size_t size);

// The texts that JavaScript wrote, in order. Reading past the last one gives "".
class InputReader {
 public:
  std::string_view Next();
  bool AtEnd() const;

 private:
  std::size_t next_ = 0;
  std::size_t offset_ = 0;
};

void Write(std::string_view text);
void Write(const std::string& text);
void Write(const char* text);
void WriteNumber(long long number);
void WriteFlag(bool flag);  // "1" or ""

std::uintptr_t OutputAt();

void Release();

}  // namespace agencyhandy
