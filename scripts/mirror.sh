# shellcheck shell=bash disable=SC2154
# Sourced by what asks a Debian mirror for more than the machine's own apt has: by an apt of our own in $private, beside the
# system's, that writes to $log; its sources are held against $known_sources. It speaks by `say`.

mirror_of_debian() { # the address this machine's own apt uses; none is written down here
    # shellcheck disable=SC2016  # these are apt's variables
    apt-get indextargets --format '$(ORIGIN)|$(LABEL)|$(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        awk -F'|' '
            $1 == "Debian" && $2 == "Debian" && !known { known = $3 }
            $1 !~ /^[A-Z]/ && $3 !~ /security/ && !guess { guess = $3 }  # no Release file fetched yet: no origin
            END { print known ? known : guess }'
}

private_apt() ( APT_CONFIG=$private/apt.conf "$@" >>"$log" 2>&1 )
private_ask() ( APT_CONFIG=$private/apt.conf "$@" 2>>"$log" )

open_private_apt() { # deb or deb-src, suite: fetches that one list
    local mirror keyring=/usr/share/keyrings/debian-archive-keyring.gpg signed_by=
    mirror=$(mirror_of_debian)
    [ -n "$mirror" ] || { say "this machine's apt names no Debian mirror"; return 1; }
    [ ! -r $keyring ] || signed_by="[signed-by=$keyring]"
    rm -rf "$private"
    mkdir -p "$private/lists/partial" "$private/cache/archives/partial" "$private/no-parts" "$private/got"
    printf '%s %s %s %s main\n' "$1" "$signed_by" "$mirror" "$2" >"$private/sources.list"
    # Check-Valid-Until: mirrors may lag by days, and a fast suite's list expires sooner. Safe, since apt still
    # checks the signature, and we check each source against a hash of our own.
    cat >"$private/apt.conf" <<END
Dir::State::lists "$private/lists";
Dir::Cache "$private/cache";
Dir::Etc::sourcelist "$private/sources.list";
Dir::Etc::sourceparts "$private/no-parts";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Check-Valid-Until "false";
Acquire::Retries "3";
END
    private_apt apt-get -qq update || { say "the mirror does not offer $2"; return 1; }
}

is_known_source() { # archive
    local name sum
    name=$(basename "$1")
    sum=$(sha256sum "$1" | cut -d ' ' -f 1)
    if grep -qxF "$sum  $name" "$known_sources"; then return 0; fi
    if [ -n "${AVOW_ALLOW_UNKNOWN_SOURCE:-}" ]; then
        say "warning: $name ($sum) is not on the list of known sources; taken because you said so"
        return 0
    fi
    say "refused $name: its SHA-256 $sum is not in scripts/known-sources.sha256"
    say "if you trust it, set AVOW_ALLOW_UNKNOWN_SOURCE=1, or add that line to the list"
    return 1
}
