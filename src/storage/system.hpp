// What the operating system is asked besides its files: who and where we are, the clock on the wall, the words we were called
// with. A pair of sources answers, system_posix.cpp and system_windows.cpp, and decides nothing. All words are UTF-8.
#pragma once

#include "session/date.hpp"

#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

namespace avow::storage {

// Before anything else: what a program has to ask for to be treated like any other here.
void begin_program();
std::vector<std::string> words_of_call(int count, char** words); // without the program's own name
std::filesystem::path program_file(const char* called);          // where it lies
bool is_terminal(); // whether a person sits before this call: at both ends, so that a script that pipes answers is never asked

std::string from_environment(const char* name); // empty when it is not set
std::string user_name();                        // empty where it can't be told
std::string host_name();
int process_number();
bool is_running(int process); // of this machine; true where it can't be told

std::filesystem::path home_folder();      // of the user; like the next three, empty where it can't be told
std::filesystem::path documents_folder(); // where the user's desktop has noted it, else Documents at home
std::filesystem::path state_folder();     // Avow's own, as places.hpp has it
std::filesystem::path cache_folder();

std::tm wall_clock(Moment); // what the clocks in this room show, as if it were UTC

} // namespace avow::storage
