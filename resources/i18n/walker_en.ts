<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
    <name>EndPage</name>
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
        <source>%n to complete</source>
        <translation>
            <numerusform>%n to complete</numerusform>
            <numerusform>%n to complete</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to check</source>
        <translation>
            <numerusform>%n photo to check</numerusform>
            <numerusform>%n photos to check</numerusform>
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
        <source>%n finding(s) so far</source>
        <translation>
            <numerusform>%n finding so far</numerusform>
            <numerusform>%n findings so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) planned</source>
        <translation>
            <numerusform>%n stop planned</numerusform>
            <numerusform>%n stops planned</numerusform>
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
    <name>PhotoCheckPage</name>
    <message numerus="yes">
        <source>%n photo(s) deleted</source>
        <translation>
            <numerusform>%n photo deleted</numerusform>
            <numerusform>%n photos deleted</numerusform>
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
    <name>SyncLine</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n to send</numerusform>
            <numerusform>%n to send</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done. %n received</source>
        <translation>
            <numerusform>Done. %n received</numerusform>
            <numerusform>Done. %n received</numerusform>
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
        <source>and %n older</source>
        <translation>
            <numerusform>and %n older</numerusform>
            <numerusform>and %n older</numerusform>
        </translation>
    </message>
</context>
</TS>
