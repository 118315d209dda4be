# What scripts/package makes: a .deb, and an archive that runs wherever it is unpacked. What goes into them are the install
# rules of src/CMakeLists.txt alone; a library that was cloned would install its headers too.
set(CPACK_INSTALL_CMAKE_PROJECTS "${CMAKE_BINARY_DIR}/src;avow;ALL;/")
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME avow)
set(CPACK_PACKAGE_VENDOR "Avow authors")
set(CPACK_PACKAGE_CONTACT "Avow authors <avow@example.org>") # a sample: example.org is nobody's
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "keeps what each person says they will be accountable for")
set(CPACK_PACKAGE_DESCRIPTION
"A facilitator projects Avow while ten to fifteen people meet. It keeps what
each person says they will be accountable for, word for word, as it is said;
groups it into themes while the room watches; and saves a session file for
follow-up.

It works offline, for one operator with one keyboard. Agendas for one-on-ones,
reviews of many sessions and documents to print or to calculate with are made
in the window or by the command line.")
set(CPACK_PACKAGE_DIRECTORY "${PROJECT_SOURCE_DIR}/build/packages")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

string(TOLOWER "${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR}" system)
set(CPACK_ARCHIVE_FILE_NAME "avow-${PROJECT_VERSION}-${system}")
set(CPACK_PACKAGE_FILE_NAME "${CPACK_ARCHIVE_FILE_NAME}") # also the name of the one folder within

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What is linked is found by itself. GLFW opens these when it runs: without them it knows one monitor, and no pointer's shapes.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libxrandr2, libxinerama1, libxcursor1, libxi6")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, fonts-dejavu-core, fonts-noto-core, fonts-noto-color-emoji, at-spi2-core, \
speech-dispatcher | espeak-ng")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fonts-noto-cjk, fonts-symbola")
set(CPACK_PRE_BUILD_SCRIPTS "${PROJECT_SOURCE_DIR}/cmake/debian.cmake")
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGING_ROOM "${PROJECT_SOURCE_DIR}/packaging") # for cmake/debian.cmake

include(CPack)
