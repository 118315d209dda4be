# shellcheck shell=bash
# Sourced by what asks a Debian mirror for more than the machine's own apt has.

mirror_of_debian() { # the address this machine's own apt uses; none is written down here
    # shellcheck disable=SC2016  # these are apt's variables
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk -F'|' '
            $1 == "Debian" && $2 == "Debian" && !known { known = $3 }
            $1 !~ /^[A-Z]/ && $3 !~ /security/ && !guess { guess = $3 }  # no Release file fetched yet: no origin
            END { print known ? known : guess }'
}
