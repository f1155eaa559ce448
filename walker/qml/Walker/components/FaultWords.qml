import QtQuick

// What a code of the store or of a sync means for the person: what happened, then what is safe and what to do.
QtObject {
    function headline(code: string): string {
        switch (code) {
        case "disk_full":
            return qsTr("The tablet is full");
        case "photos_stopped":
            return qsTr("No more photos: the tablet is nearly full");
        case "read_only":
            return qsTr("Nothing can be written here");
        case "disk_error":
            return qsTr("The disk does not answer");
        case "data_in_use":
            return qsTr("The app is already open");
        case "folder_unusable":
            return qsTr("This folder cannot be used");
        case "database_too_new":
            return qsTr("The data comes from a newer version");
        case "database_damaged":
        case "not_a_database":
            return qsTr("The data file is damaged");
        case "foreign_database":
            return qsTr("This file belongs to another program");
        case "locked_group":
            return qsTr("Another group locked its walks here");
        case "not_sent":
            return qsTr("Something is not sent yet");
        case "pack_no_room":
            return qsTr("There is not enough room for this map");
        case "pack_not_copied":
            return qsTr("The map could not be copied");
        case "pack_vector":
        case "pack_damaged":
        case "pack_no_picture":
        case "pack_unreadable":
        case "file_missing":
        case "addresses_none":
        case "addresses_unreadable":
            return qsTr("This file cannot be used");
        case "unreachable":
            return qsTr("The server does not answer");
        case "untrusted_server":
            return qsTr("The server cannot be trusted here");
        case "certificate_date":
            return qsTr("The server’s proof is not valid today");
        case "certificate_name":
            return qsTr("Another address answers");
        case "certificate_signer":
            return qsTr("The server’s proof is unknown here");
        case "not_a_server":
            return qsTr("This address is not a GUP server");
        case "other_square":
            return qsTr("This square is not the office’s");
        case "device_mismatch":
            return qsTr("Another tablet has this one’s name");
        case "copied_tablet":
            return qsTr("This tablet’s data was copied");
        case "walk_of_another":
            return qsTr("This walk is led by another tablet");
        case "stopped":
            return qsTr("The sending is paused");
        case "malformed":
        case "too_many_records":
            return qsTr("App and server do not understand each other");
        case "insecure_address":
            return qsTr("This address is not protected");
        case "bad_enrol_code":
            return qsTr("This code does not work");
        case "revoked_device":
            return qsTr("This tablet was taken off the list");
        case "unknown_device":
            return qsTr("The server does not know this tablet");
        case "not_enrolled":
            return qsTr("This tablet has no server yet");
        case "unsupported_protocol":
            return qsTr("The app must be updated");
        case "server_full":
        case "server_busy":
        case "server_fault":
        case "too_many_requests":
            return qsTr("The server cannot take more now");
        default:
            return qsTr("Something did not work");
        }
    }

    function detail(code: string): string {
        switch (code) {
        case "disk_full":
            return qsTr("What was saved is safe. Free some space, then save again.");
        case "photos_stopped":
            return qsTr("Notes and tracks go on being saved. Send, or free some space.");
        case "read_only":
        case "disk_error":
            return qsTr("What was saved is safe. Try again, then have the tablet looked at.");
        case "data_in_use":
            return qsTr("Look for its window, or close it first.");
        case "folder_unusable":
            return qsTr("Choose another folder for the data.");
        case "database_too_new":
            return qsTr("Nothing was changed. Install the newer version of the app.");
        case "database_damaged":
        case "not_a_database":
            return qsTr("It was left as it is. Keep a copy, then put back the newest file of the folder “backups”.");
        case "foreign_database":
            return qsTr("It was left as it is. Choose another folder for the data.");
        case "locked_group":
            return qsTr("Nothing was done. Open them with the leader’s code, or send them.");
        case "not_sent":
            return qsTr("Nothing was erased. Send it, or copy everything first.");
        case "pack_no_room":
            return qsTr("Nothing was changed. Make room, or choose a smaller map.");
        case "pack_not_copied":
            return qsTr("The other maps are safe. Try again.");
        case "pack_vector":
            return qsTr("It holds drawings, not pictures. Ask for a map of pictures (MBTiles).");
        case "pack_damaged":
        case "pack_no_picture":
        case "pack_unreadable":
        case "file_missing":
        case "addresses_none":
        case "addresses_unreadable":
            return qsTr("The other maps are safe. Copy the file again, or ask for another one.");
        case "unreachable":
            return qsTr("Everything stays on the tablet. Try again where there is a network.");
        case "untrusted_server":
            return qsTr("Nothing was sent. Check the address. On a public Wi-Fi, open its login page first.");
        case "certificate_date":
            return qsTr("Nothing was sent. Check the tablet’s date and time. If they are right, tell the GUP cell.");
        case "certificate_name":
            return qsTr("Nothing was sent. Check the address. On a public Wi-Fi, open its login page first.");
        case "certificate_signer":
            return qsTr("Nothing was sent. On a public Wi-Fi, open its login page first. Otherwise ask the GUP cell.");
        case "not_a_server":
            return qsTr("Nothing was sent. Check the address. On a public Wi-Fi, open its login page first.");
        case "other_square":
            return qsTr("Nothing was changed. Scan the one on the office’s page « Tablets ».");
        case "device_mismatch":
            return qsTr("It was copied, perhaps. Your data stays here. Ask the GUP cell.");
        case "copied_tablet":
            return qsTr("Nothing was overwritten. Send again: this tablet then takes a name of its own.");
        case "walk_of_another":
            return qsTr("Your findings are safe. Say this on the tablet that leads.");
        case "stopped":
            return qsTr("What was sent is kept. The rest waits for the next time.");
        case "malformed":
        case "too_many_records":
            return qsTr("Everything stays on the tablet. The app must be updated.");
        case "too_many_requests":
            return qsTr("Everything stays on the tablet. Try again in a quarter of an hour.");
        case "server_full":
            return qsTr("Everything stays on the tablet. Tell the GUP cell.");
        case "insecure_address":
            return qsTr("It must begin with https://");
        case "bad_enrol_code":
            return qsTr("It is used once, and not for long. Ask the GUP cell for a new one.");
        case "revoked_device":
            return qsTr("Your data stays here. Ask the GUP cell for a new code.");
        case "unknown_device":
        case "not_enrolled":
            return qsTr("Everything stays on the tablet. Type the code given by the GUP cell.");
        case "unsupported_protocol":
            return qsTr("Everything stays on the tablet until then.");
        default:
            return qsTr("Everything stays on the tablet. Try again later.");
        }
    }

    function photo(code: string): string {
        switch (code) {
        case "heic_unreadable":
            return qsTr("This kind of photo (HEIC) cannot be read. Choose JPEG in the camera’s settings.");
        case "not_a_picture":
            return qsTr("This file is not a picture.");
        case "too_large":
            return qsTr("This picture is too large.");
        case "no_answer":
            return qsTr("The camera did not answer. Nothing was lost. Try again.");
        case "photos_stopped":
            return qsTr("The tablet is nearly full: no more photos. Notes and tracks go on being saved.");
        case "disk_full":
            return qsTr("The tablet is full. This photo is not kept, the rest is safe.");
        default:
            return qsTr("This picture cannot be read. The rest is kept.");
        }
    }
    function voice(code: string): string {
        switch (code) {
        case "no_microphone":
            return qsTr("This tablet has no microphone. Write it, or take a photo.");
        case "not_allowed":
            return qsTr("The microphone is not allowed. Allow it in the tablet’s settings, or write it.");
        default:
            return qsTr("The microphone does not answer. Try again, or write it.");
        }
    }
}
