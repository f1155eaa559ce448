<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AnswersPage</name>
    <message numerus="yes">
        <source>%n new since last time</source>
        <translation>
            <numerusform>%n new since last time</numerusform>
            <numerusform>%n new since last time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BelowMap</name>
    <message numerus="yes">
        <source>%n finding(s) here</source>
        <translation>
            <numerusform>%n finding here</numerusform>
            <numerusform>%n findings here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message numerus="yes">
        <source>%n to give, about %1</source>
        <translation>
            <numerusform>%n to give, about %1</numerusform>
            <numerusform>%n to give, about %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or voice(s) to check first: they do not go.</source>
        <translation>
            <numerusform>%n photo or voice to check first: it does not go.</numerusform>
            <numerusform>%n photos or voices to check first: they do not go.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or voice(s)</source>
        <translation>
            <numerusform>%n photo or voice</numerusform>
            <numerusform>%n photos or voices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing from this tablet</source>
        <translation>
            <numerusform>%n missing from this tablet</numerusform>
            <numerusform>%n missing from this tablet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server has %n of yours.</source>
        <translation>
            <numerusform>The server has %n of yours.</numerusform>
            <numerusform>The server has %n of yours.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n received</numerusform>
            <numerusform>%n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to send.</source>
        <translation>
            <numerusform>%n still to send.</numerusform>
            <numerusform>%n still to send.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message numerus="yes">
        <source>%n photo(s) kept</source>
        <translation>
            <numerusform>%n photo kept</numerusform>
            <numerusform>%n photos kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CarryPage</name>
    <message numerus="yes">
        <source>%n file(s) received (%1)</source>
        <translation>
            <numerusform>%n file received (%1)</numerusform>
            <numerusform>%n files received (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Carried: %n file(s), %1. Sending takes them along.</source>
        <translation>
            <numerusform>Carried here: %n file, %1. It leaves with the next sending.</numerusform>
            <numerusform>Carried here: %n files, %1. They leave with the next sending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message numerus="yes">
        <source>%n satellite(s)</source>
        <translation>
            <numerusform>%n satellite</numerusform>
            <numerusform>%n satellites</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Close: still %n thing(s) to do</source>
        <translation>
            <numerusform>Close: still %n thing to do</numerusform>
            <numerusform>Close: still %n things to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>report(s)</source>
        <translation>
            <numerusform>report</numerusform>
            <numerusform>reports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place(s) we like</source>
        <translation>
            <numerusform>place we like</numerusform>
            <numerusform>places we like</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>space(s) to requalify</source>
        <translation>
            <numerusform>space to requalify</numerusform>
            <numerusform>spaces to requalify</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finding(s) seen again</source>
        <translation>
            <numerusform>finding seen again</numerusform>
            <numerusform>findings seen again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) came</source>
        <translation>
            <numerusform>%n person came</numerusform>
            <numerusform>%n people came</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grid: %n answer(s) out of %1</source>
        <translation>
            <numerusform>Grid: %n answer out of %1</numerusform>
            <numerusform>Grid: %n answers out of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EndTask</name>
    <message numerus="yes">
        <source>%n form(s) to complete</source>
        <translation>
            <numerusform>%n form to complete</numerusform>
            <numerusform>%n forms to complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a category</source>
        <translation>
            <numerusform>%n finding without a category</numerusform>
            <numerusform>%n findings without a category</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a place</source>
        <translation>
            <numerusform>%n finding without a place</numerusform>
            <numerusform>%n findings without a place</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to check</source>
        <translation>
            <numerusform>%n photo to check</numerusform>
            <numerusform>%n photos to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice note(s) to listen to</source>
        <translation>
            <numerusform>%n voice note to listen to</numerusform>
            <numerusform>%n voice notes to listen to</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n earlier finding(s) not seen</source>
        <translation>
            <numerusform>%n earlier finding not seen</numerusform>
            <numerusform>%n earlier findings not seen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have voted</source>
        <translation>
            <numerusform>%n has voted</numerusform>
            <numerusform>%n have voted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a follow-up</source>
        <translation>
            <numerusform>%n finding without a follow-up</numerusform>
            <numerusform>%n findings without a follow-up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n voice</numerusform>
            <numerusform>%n voices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EraseCard</name>
    <message numerus="yes">
        <source>%n thing(s) of a locked group are not sent.</source>
        <translation>
            <numerusform>%n thing of a locked group is not sent.</numerusform>
            <numerusform>%n things of a locked group are not sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not sent, but copied.</source>
        <translation>
            <numerusform>%n thing is not sent, but copied.</numerusform>
            <numerusform>%n things are not sent, but copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not sent: they would be lost.</source>
        <translation>
            <numerusform>%n thing is not sent: it would be lost.</numerusform>
            <numerusform>%n things are not sent: they would be lost.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n answer</numerusform>
            <numerusform>%n answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n answer(s) out of %2</source>
        <translation>
            <numerusform>%1 · %n answer out of %2</numerusform>
            <numerusform>%1 · %n answers out of %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridQuestion</name>
    <message numerus="yes">
        <source>%n photo(s), take another</source>
        <translation>
            <numerusform>%n photo, take another</numerusform>
            <numerusform>%n photos, take another</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandBackPage</name>
    <message numerus="yes">
        <source>Choose a code of %n digits or more</source>
        <translation>
            <numerusform>Choose a code of %n digit or more</numerusform>
            <numerusform>Choose a code of %n digits or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to send: it stays safe here and leaves with every sending.</source>
        <translation>
            <numerusform>%n still to send: it stays safe here and leaves with the next sendings.</numerusform>
            <numerusform>%n still to send: they stay safe here and leave with the next sendings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to send: it stays safe here until the tablet is enrolled.</source>
        <translation>
            <numerusform>%n still to send: it stays safe here until the tablet is enrolled.</numerusform>
            <numerusform>%n still to send: they stay safe here until the tablet is enrolled.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) begun</source>
        <translation>
            <numerusform>%n form begun</numerusform>
            <numerusform>%n forms begun</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message numerus="yes">
        <source>%1 carries %n of yours now (%2).</source>
        <translation>
            <numerusform>%1 carries %n of yours now (%2).</numerusform>
            <numerusform>%1 carries %n of yours now (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 carries %n of yours now.</source>
        <translation>
            <numerusform>%1 carries %n of yours now.</numerusform>
            <numerusform>%1 carries %n of yours now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to give</source>
        <translation>
            <numerusform>%n to give</numerusform>
            <numerusform>%n to give</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HeadcountAtEnd</name>
    <message numerus="yes">
        <source>Everybody is here: %n person(s).</source>
        <translation>
            <numerusform>Everybody is here: %n person.</numerusform>
            <numerusform>Everybody is here: %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) at the end.</source>
        <translation>
            <numerusform>%n person at the end.</numerusform>
            <numerusform>%n people at the end.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HelperPage</name>
    <message numerus="yes">
        <source>%n finding(s) from there so far</source>
        <translation>
            <numerusform>%n finding from there so far</numerusform>
            <numerusform>%n findings from there so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finding(s) of earlier walks</source>
        <translation>
            <numerusform>finding of earlier walks</numerusform>
            <numerusform>findings of earlier walks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to check</source>
        <translation>
            <numerusform>%n photo to check</numerusform>
            <numerusform>%n photos to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) refused by the server</source>
        <translation>
            <numerusform>%n finding refused by the server</numerusform>
            <numerusform>%n findings refused by the server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new since last time</source>
        <translation>
            <numerusform>%n new since last time</numerusform>
            <numerusform>%n new since last time</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read the %n answer(s)</source>
        <translation>
            <numerusform>Read the answer</numerusform>
            <numerusform>Read the %n answers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LiveWalkPage</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message numerus="yes">
        <source>%n finding(s) here</source>
        <translation>
            <numerusform>%n finding here</numerusform>
            <numerusform>%n findings here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoNetworkCard</name>
    <message numerus="yes">
        <source>Carried: %n file(s), %1. Sending takes them along.</source>
        <translation>
            <numerusform>Carried here: %n file, %1. It leaves with the next sending.</numerusform>
            <numerusform>Carried here: %n files, %1. They leave with the next sending.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlineDrawing</name>
    <message numerus="yes">
        <source>Outline with %n corner(s)</source>
        <translation>
            <numerusform>Outline with %n corner</numerusform>
            <numerusform>Outline with %n corners</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Line with %n corner(s)</source>
        <translation>
            <numerusform>Line with %n corner</numerusform>
            <numerusform>Line with %n corners</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OutlinePage</name>
    <message numerus="yes">
        <source>Touch %n more corner(s) on the map.</source>
        <translation>
            <numerusform>Touch %n more corner on the map.</numerusform>
            <numerusform>Touch %n more corners on the map.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s) missing</source>
        <translation>
            <numerusform>%n corner missing</numerusform>
            <numerusform>%n corners missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoCards</name>
    <message numerus="yes">
        <source>%n photo(s) deleted</source>
        <translation>
            <numerusform>%n photo deleted</numerusform>
            <numerusform>%n photos deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoCell</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plate(s)</source>
        <translation>
            <numerusform>%n plate</numerusform>
            <numerusform>%n plates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoCheckPage</name>
    <message numerus="yes">
        <source>Saving %n photo(s)…</source>
        <translation>
            <numerusform>Saving %n photo…</numerusform>
            <numerusform>Saving %n photos…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) deleted</source>
        <translation>
            <numerusform>%n photo deleted</numerusform>
            <numerusform>%n photos deleted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoEditPage</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n face</numerusform>
            <numerusform>%n faces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plate(s)</source>
        <translation>
            <numerusform>%n plate</numerusform>
            <numerusform>%n plates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanGridStep</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPlaceStep</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromiseLines</name>
    <message numerus="yes">
        <source>%n photo(s) of the work received by the office</source>
        <translation>
            <numerusform>%n photo of the work received by the office</numerusform>
            <numerusform>%n photos of the work received by the office</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReturnDateCard</name>
    <message numerus="yes">
        <source>In %n month(s)</source>
        <translation>
            <numerusform>In %n month</numerusform>
            <numerusform>In %n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RevisitPage</name>
    <message numerus="yes">
        <source>%n seen out of %1</source>
        <translation>
            <numerusform>%n seen out of %1</numerusform>
            <numerusform>%n seen out of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutePage</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SinceBar</name>
    <message numerus="yes">
        <source>%n resolved</source>
        <translation>
            <numerusform>%n resolved</numerusform>
            <numerusform>%n resolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persist(s)</source>
        <translation>
            <numerusform>%n persists</numerusform>
            <numerusform>%n persist</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worse</source>
        <translation>
            <numerusform>%n worse</numerusform>
            <numerusform>%n worse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not seen</source>
        <translation>
            <numerusform>%n not seen</numerusform>
            <numerusform>%n not seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SpaceFormPage</name>
    <message numerus="yes">
        <source>%n women</source>
        <translation>
            <numerusform>%n woman</numerusform>
            <numerusform>%n women</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n men</source>
        <translation>
            <numerusform>%n man</numerusform>
            <numerusform>%n men</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message numerus="yes">
        <source>Make room: remove %n large photo(s), %1</source>
        <translation>
            <numerusform>Make room: remove %n large photo, %1</numerusform>
            <numerusform>Make room: remove %n large photos, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>Done. %n received</source>
        <translation>
            <numerusform>Done. %n received</numerusform>
            <numerusform>Done. %n received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of an earlier group go too</source>
        <translation>
            <numerusform>%n of an earlier group goes too</numerusform>
            <numerusform>%n of an earlier group go too</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new answer(s)</source>
        <translation>
            <numerusform>%n new answer</numerusform>
            <numerusform>%n new answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n planned</numerusform>
            <numerusform>%n planned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not retained, with the reason</source>
        <translation>
            <numerusform>%n not retained, with the reason</numerusform>
            <numerusform>%n not retained, with the reason</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its clock is %n minute(s) slow. Nothing is lost: the server counts it in.</source>
        <translation>
            <numerusform>Its clock is %n minute slow. Nothing is lost: the server counts it in.</numerusform>
            <numerusform>Its clock is %n minutes slow. Nothing is lost: the server counts it in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its clock is %n minute(s) fast. Nothing is lost: the server counts it in.</source>
        <translation>
            <numerusform>Its clock is %n minute fast. Nothing is lost: the server counts it in.</numerusform>
            <numerusform>Its clock is %n minutes fast. Nothing is lost: the server counts it in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncProgress</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TerritoryPage</name>
    <message numerus="yes">
        <source>%n more: search to find them</source>
        <translation>
            <numerusform>%n more: search to find it</numerusform>
            <numerusform>%n more: search to find them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ThemeList</name>
    <message numerus="yes">
        <source>%n answer(s) out of %1</source>
        <translation>
            <numerusform>%n answer out of %1</numerusform>
            <numerusform>%n answers out of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoteRow</name>
    <message numerus="yes">
        <source>%n vote(s) of women</source>
        <translation>
            <numerusform>%n vote of women</numerusform>
            <numerusform>%n votes of women</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) of men</source>
        <translation>
            <numerusform>%n vote of men</numerusform>
            <numerusform>%n votes of men</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other vote(s)</source>
        <translation>
            <numerusform>%n other vote</numerusform>
            <numerusform>%n other votes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n vote</numerusform>
            <numerusform>%n votes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VoterCard</name>
    <message numerus="yes">
        <source>%n vote(s) to give</source>
        <translation>
            <numerusform>%n vote to give</numerusform>
            <numerusform>%n votes to give</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given out of %1</source>
        <translation>
            <numerusform>%n given out of %1</numerusform>
            <numerusform>%n given out of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have voted</source>
        <translation>
            <numerusform>%n has voted</numerusform>
            <numerusform>%n have voted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have voted out of %1</source>
        <translation>
            <numerusform>%n has voted out of %1</numerusform>
            <numerusform>%n have voted out of %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have voted. After that nobody can vote any more.</source>
        <translation>
            <numerusform>%n person has voted. After that nobody can vote any more.</numerusform>
            <numerusform>%n people have voted. After that nobody can vote any more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalkCard</name>
    <message numerus="yes">
        <source>%n finding(s) so far</source>
        <translation>
            <numerusform>%n finding so far</numerusform>
            <numerusform>%n findings so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) expected</source>
        <translation>
            <numerusform>%n person expected</numerusform>
            <numerusform>%n people expected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) have an answer</source>
        <translation>
            <numerusform>%n finding has an answer</numerusform>
            <numerusform>%n findings have an answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalkRow</name>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WalksPage</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
</TS>
