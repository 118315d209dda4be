// The import of JSON, which has no CRC: whatever anybody's program wrote.
#include "session/session.hpp"
#include "storage/json.hpp"
#include "target.hpp"

using namespace avow;
using avow::fuzz::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    storage::Imported imported;
    try {
        imported = storage::from_json(fuzz::as_text(data, size));
    } catch (const storage::FormatError& refusal) {
        promise(*refusal.what() != '\0', "a refusal says why");
        return 0;
    }
    promise(!breach_of(imported.session), "what is accepted is consistent");
    const std::string written = storage::to_json(imported.session, storage::Privacy::with_private);
    promise(storage::from_json(written).session == imported.session, "export and import are equal");
    static_cast<void>(storage::from_json(storage::to_json(imported.session, storage::Privacy::shared)));
    return 0;
}
