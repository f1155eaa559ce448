import QtQuick

// Why the server refused one record or one photo, in words: what happened, then what is safe and what to do.
QtObject {
    function why(code: string): string {
        switch (code) {
        case "bad_field":
        case "malformed":
            return qsTr("Something in this form is not as it should be.");
        case "too_large":
            return qsTr("This is too large for the server.");
        case "unknown_medium":
            return qsTr("The server does not know the form of this photo yet.");
        case "erased_medium":
            return qsTr("This photo was erased at somebody’s request.");
        case "wrong_offset":
        case "wrong_hash":
            return qsTr("The file was damaged on its way.");
        case "unknown_record":
            return qsTr("The server is older than this app.");
        case "hash_mismatch":
        case "not_canonical":
            return qsTr("The server could not read this form.");
        case "not_yours":
            return qsTr("This form bears another tablet’s name.");
        case "not_allowed_here":
            return qsTr("Only the office writes this.");
        case "missing_file":
            return qsTr("The file of this photo is gone or damaged.");
        case "damaged_record":
            return qsTr("This form was damaged on the tablet’s disk.");
        case "server_fault":
            return qsTr("The server stumbled over this form.");
        default:
            return qsTr("The server refused this.");
        }
    }

    function next(code: string): string {
        switch (code) {
        case "bad_field":
        case "malformed":
            return qsTr("It is kept here. Open it, change it, then send again.");
        case "too_large":
            return qsTr("It is kept here, the rest is sent. Shorten the text, or tell the GUP cell.");
        case "missing_file":
            return qsTr("The form is sent without it. Take the photo again if you can.");
        case "erased_medium":
            return qsTr("The form stays. Nothing is to be done.");
        case "damaged_record":
            return qsTr("Send now: the server brings it back if it holds it. Otherwise tell the GUP cell.");
        case "unknown_record":
            return qsTr("It is kept here. Send again once the server is updated.");
        case "not_yours":
        case "not_allowed_here":
        case "hash_mismatch":
        case "not_canonical":
            return qsTr("It is kept here, the rest is sent. Tell the GUP cell.");
        default:
            return qsTr("It is kept here, the rest is sent. Send it again later.");
        }
    }

    // Whether opening the form can mend it.
    function mendable(code: string, kind: string): bool {
        return ["report", "space_candidate"].includes(kind) && ["bad_field", "malformed", "too_large"].includes(code);
    }
}
