#!/usr/bin/env bash
# The window of Windows, under Wine, driven by real keys as that of Linux is: the scripts of tests/xvfb, given a program that
# calls it. Given the folder that scripts/windows made, the source folder, and where pictures go, if anywhere.
set -euo pipefail

made=$1 root=$2
folder=$(mktemp -d)
trap 'wineserver -k 2>/dev/null || true; rm -rf "$folder"' EXIT # of our own WINEPREFIX alone

# Paths of Linux are on drive Z for Windows.
cat >"$folder/avow" <<END_OF_PROGRAM
#!/usr/bin/env bash
words=()
for word in "\$@"; do
    case \$word in /*) word=Z:\$word ;; esac
    words+=("\$word")
done
for variable in AVOW_SESSIONS AVOW_STATE; do
    case \${!variable:-} in /*) export \$variable="Z:\${!variable}" ;; esac
done
exec wine "$made/bin/avow.exe" "\${words[@]}"
END_OF_PROGRAM
chmod +x "$folder/avow"

status=0
for script in workshop meeting rehearsal; do
    wineserver -w || true
    if bash "$root/tests/xvfb/$script.sh" "$folder/avow" "$root"; then
        printf 'passed: %s\n' "$script"
    else
        printf 'failed: %s, with status %s\n' "$script" "$?"
        status=1
    fi
done
exit "$status"
