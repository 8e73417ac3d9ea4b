# natwalk_options: how all our own code is compiled and linked.

include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)

add_library(natwalk_options INTERFACE)
target_compile_options(natwalk_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Wnull-dereference -Wformat=2
    # Paths in messages and debug information start at the source folder, wherever that is.
    -ffile-prefix-map=${PROJECT_SOURCE_DIR}/=)
target_compile_definitions(natwalk_options INTERFACE $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

if(NATWALK_WERROR)
    target_compile_options(natwalk_options INTERFACE -Werror)
endif()

if(NATWALK_SANITIZE)
    set(sanitize -fsanitize=${NATWALK_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(natwalk_options INTERFACE ${sanitize})
    target_link_options(natwalk_options INTERFACE ${sanitize})
endif()

find_program(NATWALK_MOLD mold)
if(NATWALK_MOLD)
    check_linker_flag(CXX -fuse-ld=mold NATWALK_LINKS_WITH_MOLD)
    if(NATWALK_LINKS_WITH_MOLD)
        target_link_options(natwalk_options INTERFACE -fuse-ld=mold)
    endif()
endif()

# ccache shares its answers between checkouts: paths below the source folder count as relative.
find_program(NATWALK_CCACHE ccache)
if(NATWALK_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_SLOPPINESS=pch_defines,time_macros
        ${NATWALK_CCACHE})
endif()
