<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AddressCard</name>
    <message>
        <source>Look for an address</source>
        <translation>Chercher une adresse</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>Rue et numéro</translation>
    </message>
    <message>
        <source>No address found. Move the map with a finger.</source>
        <translation>Aucune adresse trouvée. Déplacez la carte avec le doigt.</translation>
    </message>
</context>
<context>
    <name>AddressPanel</name>
    <message>
        <source>Address or street</source>
        <translation>Adresse ou rue</translation>
    </message>
    <message>
        <source>12 rue…</source>
        <translation>12 rue…</translation>
    </message>
    <message>
        <source>No address found. Move the map by hand.</source>
        <translation>Pas d’adresse trouvée. Déplacez la carte à la main.</translation>
    </message>
    <message>
        <source>This tablet holds no addresses. Move the map by hand.</source>
        <translation>Pas d’adresses sur cette tablette. Déplacez la carte à la main.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>AidPage</name>
    <message>
        <source>near %1</source>
        <translation>près de %1</translation>
    </message>
    <message>
        <source>%1 north, %2 east</source>
        <translation>%1 nord, %2 est</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Silent. Place and time are kept.</source>
        <translation>Sans bruit. Le lieu et l’heure sont gardés.</translation>
    </message>
    <message>
        <source>Mark and leave</source>
        <translation>Marquer et partir</translation>
    </message>
    <message>
        <source>Emergency: police, fire, ambulance</source>
        <translation>Urgence&#xa0;: police, pompiers, SAMU</translation>
    </message>
    <message>
        <source>Police, if there is danger now</source>
        <translation>Police, si le danger est là</translation>
    </message>
    <message>
        <source>By text message, if you cannot speak</source>
        <translation>Par SMS, si vous ne pouvez pas parler</translation>
    </message>
    <message>
        <source>Violence against women: listening, free, day and night</source>
        <translation>Violences faites aux femmes&#xa0;: écoute gratuite, jour et nuit</translation>
    </message>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
    <message>
        <source>No address is known here.</source>
        <translation>Pas d’adresse connue ici.</translation>
    </message>
    <message>
        <source>This was %1 ago.</source>
        <translation>C’était il y a %1.</translation>
    </message>
    <message>
        <source>The tablet does not know where it is. Look for a street sign.</source>
        <translation>La tablette ne sait pas où elle est. Cherchez une plaque de rue.</translation>
    </message>
    <message>
        <source>The leader’s own contact</source>
        <translation>Votre contact</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Kept on this tablet only. Never sent.</source>
        <translation>Gardé sur cette tablette. Jamais envoyé.</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Prévu</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Not retained</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>What became of your findings</source>
        <translation>Ce que sont devenus vos constats</translation>
    </message>
    <message numerus="yes">
        <source>%n new since last time</source>
        <translation>
            <numerusform>%n nouvelle depuis la dernière fois</numerusform>
            <numerusform>%n nouvelles depuis la dernière fois</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Pas encore de réponse</translation>
    </message>
    <message>
        <source>No answer yet. They come here each time you send.</source>
        <translation>Pas encore de réponse. Elles arrivent ici à chaque envoi.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
</context>
<context>
    <name>BaseMap</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
</context>
<context>
    <name>BelowMap</name>
    <message>
        <source>North is up</source>
        <translation>Nord en haut</translation>
    </message>
    <message>
        <source>The map is turned</source>
        <translation>La carte est tournée</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>We avoid this place</source>
        <translation>On évite ce lieu</translation>
    </message>
    <message>
        <source>The map as a list</source>
        <translation>La carte en liste</translation>
    </message>
    <message>
        <source>The nearest %1 of %2.</source>
        <translation>Les %1 plus proches, sur %2.</translation>
    </message>
    <message>
        <source>Nothing on the map yet.</source>
        <translation>Rien sur la carte pour l’instant.</translation>
    </message>
    <message>
        <source>That is all there is.</source>
        <translation>C’est tout.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) here</source>
        <translation>
            <numerusform>%n constat ici</numerusform>
            <numerusform>%n constats ici</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen on %1</source>
        <translation>Vu le %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>To look at again here: %1</source>
        <translation>À revoir ici&#xa0;: %1</translation>
    </message>
    <message>
        <source>Finding without a category</source>
        <translation>Constat sans catégorie</translation>
    </message>
    <message>
        <source>Seen on %1 · %2 away</source>
        <translation>Vu le %1 · à %2</translation>
    </message>
</context>
<context>
    <name>BrightnessPanel</name>
    <message>
        <source>Brightness: %1 of %2</source>
        <translation>Luminosité&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Plus sombre</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>Plus clair</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>BundlePage</name>
    <message>
        <source>This file is damaged</source>
        <translation>Ce fichier est abîmé</translation>
    </message>
    <message>
        <source>Somebody changed this file</source>
        <translation>Quelqu’un a changé ce fichier</translation>
    </message>
    <message>
        <source>This file needs a newer version of the app</source>
        <translation>Ce fichier demande une version plus récente de l’application</translation>
    </message>
    <message>
        <source>This answer comes from another office</source>
        <translation>Cette réponse vient d’un autre bureau</translation>
    </message>
    <message>
        <source>This answer is too old</source>
        <translation>Cette réponse est trop ancienne</translation>
    </message>
    <message>
        <source>Nothing was changed. Update the app, then read it again.</source>
        <translation>Rien n’a changé. Mettez l’application à jour, puis relisez ce fichier.</translation>
    </message>
    <message>
        <source>This is no answer for this tablet</source>
        <translation>Ce n’est pas une réponse pour cette tablette</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask the office for the one of tablet %1.</source>
        <translation>Rien n’a changé. Demandez au bureau celle de la tablette %1.</translation>
    </message>
    <message>
        <source>Nothing was changed. Save a new file, and carry that one.</source>
        <translation>Rien n’a changé. Enregistrez un nouveau fichier et portez celui-là.</translation>
    </message>
    <message>
        <source>By a file</source>
        <translation>Par un fichier</translation>
    </message>
    <message>
        <source>Everything stays on this tablet too.</source>
        <translation>Tout reste aussi sur cette tablette.</translation>
    </message>
    <message>
        <source>Save to a file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>Files to carry (%1)</source>
        <translation>Fichiers à porter (%1)</translation>
    </message>
    <message>
        <source>Read an answer</source>
        <translation>Lire une réponse</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
    <message>
        <source>Nothing was changed. Ask the office for its answer again.</source>
        <translation>Rien n’a changé. Redemandez sa réponse au bureau.</translation>
    </message>
    <message>
        <source>To the office</source>
        <translation>Vers le bureau</translation>
    </message>
    <message numerus="yes">
        <source>%n to give, about %1</source>
        <translation>
            <numerusform>%n à donner, environ %1</numerusform>
            <numerusform>%n à donner, environ %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>Rien n’attend ici</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or voice(s) to check first: they do not go.</source>
        <translation>
            <numerusform>%n photo ou voix à vérifier d’abord&#xa0;: elle ne part pas.</numerusform>
            <numerusform>%n photos ou voix à vérifier d’abord&#xa0;: elles ne partent pas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Écriture…</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s)</source>
        <translation>
            <numerusform>%n fiche</numerusform>
            <numerusform>%n fiches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) or voice(s)</source>
        <translation>
            <numerusform>%n photo ou voix</numerusform>
            <numerusform>%n photos ou voix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing from this tablet</source>
        <translation>
            <numerusform>%n manque sur cette tablette</numerusform>
            <numerusform>%n manquent sur cette tablette</numerusform>
        </translation>
    </message>
    <message>
        <source>It counts as sent only once the office’s answer is read here.</source>
        <translation>Cela compte comme envoyé seulement quand la réponse du bureau est lue ici.</translation>
    </message>
    <message>
        <source>Whoever has this file can read it. Keep the stick safe.</source>
        <translation>Qui a ce fichier peut le lire. Gardez bien la clé.</translation>
    </message>
    <message>
        <source>From the office</source>
        <translation>Du bureau</translation>
    </message>
    <message>
        <source>The office takes your file in and writes an answer for this tablet.</source>
        <translation>Le bureau prend votre fichier et écrit une réponse pour cette tablette.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>The server has %n of yours.</source>
        <translation>
            <numerusform>Le serveur a %n élément à vous.</numerusform>
            <numerusform>Le serveur a %n éléments à vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n received</source>
        <translation>
            <numerusform>%n reçu</numerusform>
            <numerusform>%n reçus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to send.</source>
        <translation>
            <numerusform>%n reste à envoyer.</numerusform>
            <numerusform>%n restent à envoyer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Camera</source>
        <translation>Appareil photo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>No position</source>
        <translation>Pas de position</translation>
    </message>
    <message>
        <source>Position known</source>
        <translation>Position connue</translation>
    </message>
    <message>
        <source>Only %1 MB left</source>
        <translation>Plus que %1&#xa0;Mo</translation>
    </message>
    <message>
        <source>Several photos</source>
        <translation>Plusieurs photos</translation>
    </message>
    <message>
        <source>Take from the files</source>
        <translation>Importer un fichier</translation>
    </message>
    <message>
        <source>Hide the earlier photo</source>
        <translation>Cacher la photo d’avant</translation>
    </message>
    <message>
        <source>Show the earlier photo</source>
        <translation>Montrer la photo d’avant</translation>
    </message>
    <message>
        <source>This tablet has no camera</source>
        <translation>Cette tablette n’a pas d’appareil photo</translation>
    </message>
    <message>
        <source>Choose photos from its files, or go on without a photo.</source>
        <translation>Choisissez des photos dans les fichiers, ou continuez sans photo.</translation>
    </message>
    <message>
        <source>The app may not use the camera</source>
        <translation>L’application n’a pas le droit d’utiliser l’appareil photo</translation>
    </message>
    <message>
        <source>Allow it in the tablet’s settings, then try again. Files work meanwhile.</source>
        <translation>Donnez ce droit dans les réglages de la tablette, puis réessayez. Les fichiers marchent toujours.</translation>
    </message>
    <message>
        <source>Another program uses the camera</source>
        <translation>Une autre application utilise l’appareil photo</translation>
    </message>
    <message>
        <source>Close it, then try again. Files work meanwhile.</source>
        <translation>Fermez-la, puis réessayez. Les fichiers marchent toujours.</translation>
    </message>
    <message>
        <source>The camera does not answer</source>
        <translation>L’appareil photo ne répond pas</translation>
    </message>
    <message>
        <source>Everything is kept. Add the photo later, or choose a file.</source>
        <translation>Tout est gardé. Ajoutez la photo plus tard, ou choisissez un fichier.</translation>
    </message>
    <message>
        <source>The camera is starting</source>
        <translation>L’appareil photo démarre</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Un instant.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) kept</source>
        <translation>
            <numerusform>%n photo gardée</numerusform>
            <numerusform>%n photos gardées</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Faces and number plates are blurred before anything leaves. Frame the place, not the people.</source>
        <translation>Visages et plaques seront floutés avant tout envoi. Cadrez le lieu, pas les personnes.</translation>
    </message>
    <message>
        <source>Flash on</source>
        <translation>Flash allumé</translation>
    </message>
    <message>
        <source>Flash off</source>
        <translation>Flash coupé</translation>
    </message>
    <message>
        <source>Without a photo</source>
        <translation>Sans photo</translation>
    </message>
    <message>
        <source>Take the photo</source>
        <translation>Prendre la photo</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Choisir des fichiers</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistre…</translation>
    </message>
    <message>
        <source>No room for photos</source>
        <translation>Plus de place pour des photos</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>CaptureButton</name>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Place we like</source>
        <translation>Lieu apprécié</translation>
    </message>
    <message>
        <source>Space to requalify</source>
        <translation>Espace à requalifier</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halte</translation>
    </message>
</context>
<context>
    <name>CarryPage</name>
    <message>
        <source>Carry for the others</source>
        <translation>Porter pour les autres</translation>
    </message>
    <message>
        <source>New square</source>
        <translation>Nouveau carré</translation>
    </message>
    <message>
        <source>This tablet is on no Wi-Fi</source>
        <translation>Cette tablette n’a pas de Wi-Fi</translation>
    </message>
    <message>
        <source>Put all the tablets on the same Wi-Fi. One telephone can share it, even without Internet.</source>
        <translation>Mettez toutes les tablettes sur le même Wi-Fi. Un téléphone peut le partager, même sans Internet.</translation>
    </message>
    <message>
        <source>Files arrive only while this page is open.</source>
        <translation>Les fichiers arrivent seulement quand cette page est ouverte.</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Chercher encore</translation>
    </message>
    <message>
        <source>This tablet cannot carry yet</source>
        <translation>Cette tablette ne peut pas encore porter</translation>
    </message>
    <message>
        <source>Only a tablet that is enrolled knows how to lock it for the office.</source>
        <translation>Il faut d’abord l’inscrire auprès du bureau.</translation>
    </message>
    <message>
        <source>Enrol this tablet</source>
        <translation>Inscrire la tablette</translation>
    </message>
    <message>
        <source>The others cannot bring anything now</source>
        <translation>Les autres ne peuvent rien apporter maintenant</translation>
    </message>
    <message>
        <source>What was brought before is safe.</source>
        <translation>Ce qui était déjà apporté est en sécurité.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>No room for what the others bring</source>
        <translation>Pas de place pour ce que les autres apportent</translation>
    </message>
    <message>
        <source>It stays safe with them. Make room: Display, “Room and copies”.</source>
        <translation>Cela reste en sécurité chez eux. Faites de la place sur cette tablette.</translation>
    </message>
    <message>
        <source>Room and copies</source>
        <translation>Place et copies</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) received (%1)</source>
        <translation>
            <numerusform>%n fichier reçu (%1)</numerusform>
            <numerusform>%n fichiers reçus (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing received yet</source>
        <translation>Rien de reçu encore</translation>
    </message>
    <message numerus="yes">
        <source>Carried: %n file(s), %1. Sending takes them along.</source>
        <translation>
            <numerusform>Portés ici&#xa0;: %n fichier, %1. Il part avec le prochain envoi.</numerusform>
            <numerusform>Portés ici&#xa0;: %n fichiers, %1. Ils partent avec le prochain envoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is tablet %1.</source>
        <translation>Cette tablette s’appelle %1.</translation>
    </message>
    <message>
        <source>On the other tablet: Send, « Give to the group’s tablet », then « Scan the code ».</source>
        <translation>Sur l’autre tablette&#xa0;: Envoyer, «&#xa0;Donner à la tablette du groupe&#xa0;», puis «&#xa0;Scanner le code&#xa0;».</translation>
    </message>
    <message>
        <source>All on the same Wi-Fi. It needs no Internet.</source>
        <translation>Toutes sur le même Wi-Fi. Internet n’est pas nécessaire.</translation>
    </message>
    <message>
        <source>It comes locked for the office. Nobody can read it here.</source>
        <translation>Tout arrive fermé, pour le bureau. Personne ne peut le lire ici.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>What are you looking for?</source>
        <translation>Que cherchez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>A word: mattress, lamp, hole…</source>
        <translation>Un mot&#xa0;: matelas, lampe, trou…</translation>
    </message>
    <message>
        <source>No picture found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Nothing is lost. Say it in your own words.</source>
        <translation>Rien n’est perdu. Dites-le avec vos mots.</translation>
    </message>
    <message>
        <source>Something else: %1</source>
        <translation>Autre chose&#xa0;: %1</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>Qu’est-ce que c’est&#xa0;?</translation>
    </message>
    <message>
        <source>In a few words</source>
        <translation>En quelques mots</translation>
    </message>
    <message>
        <source>Describe the place and what hinders. Name and describe no person.</source>
        <translation>Décrivez le lieu et la gêne. Ne nommez et ne décrivez aucune personne.</translation>
    </message>
</context>
<context>
    <name>ChecklistRow</name>
    <message>
        <source>Done: %1</source>
        <translation>Fait&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>À faire&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>The microphone is starting.</source>
        <translation>Le micro démarre.</translation>
    </message>
    <message>
        <source>Say something…</source>
        <translation>Dites quelque chose…</translation>
    </message>
    <message>
        <source>The tablet heard you. Nothing was kept.</source>
        <translation>La tablette vous a entendu. Rien n’a été gardé.</translation>
    </message>
    <message>
        <source>Nothing was heard. Come nearer, or look whether it is covered or muted.</source>
        <translation>Rien n’a été entendu. Approchez-vous, ou regardez si le micro est couvert ou coupé.</translation>
    </message>
    <message>
        <source>This tablet has no microphone. Type instead of speaking.</source>
        <translation>Cette tablette n’a pas de micro. Écrivez au lieu de parler.</translation>
    </message>
    <message>
        <source>The app may not use the microphone. Allow it in the tablet’s settings.</source>
        <translation>L’application ne peut pas utiliser le micro. Autorisez-le dans les réglages de la tablette.</translation>
    </message>
    <message>
        <source>The microphone does not answer. Type instead of speaking.</source>
        <translation>Le micro ne répond pas. Écrivez au lieu de parler.</translation>
    </message>
    <message>
        <source>This tablet has no camera. Photos can come from files.</source>
        <translation>Cette tablette n’a pas d’appareil photo. Les photos peuvent venir de fichiers.</translation>
    </message>
    <message>
        <source>The app may not use the camera. Allow it in the tablet’s settings.</source>
        <translation>L’application ne peut pas utiliser l’appareil photo. Autorisez-le dans les réglages de la tablette.</translation>
    </message>
    <message>
        <source>Another program uses the camera. Close it, then try again.</source>
        <translation>Un autre programme utilise l’appareil photo. Fermez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The camera does not answer. Everything else works.</source>
        <translation>L’appareil photo ne répond pas. Tout le reste marche.</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>L’appareil photo démarre.</translation>
    </message>
    <message>
        <source>The camera sees.</source>
        <translation>L’appareil photo voit.</translation>
    </message>
    <message>
        <source>Check the tablet</source>
        <translation>Vérifier la tablette</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>Age of the last position</source>
        <translation>Âge de la dernière position</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>il y a %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>il y a %1 min</translation>
    </message>
    <message>
        <source>Satellites</source>
        <translation>Satellites</translation>
    </message>
    <message numerus="yes">
        <source>%n satellite(s)</source>
        <translation>
            <numerusform>%n satellite</numerusform>
            <numerusform>%n satellites</numerusform>
        </translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>north</source>
        <translation>nord</translation>
    </message>
    <message>
        <source>north-east</source>
        <translation>nord-est</translation>
    </message>
    <message>
        <source>east</source>
        <translation>est</translation>
    </message>
    <message>
        <source>south-east</source>
        <translation>sud-est</translation>
    </message>
    <message>
        <source>south</source>
        <translation>sud</translation>
    </message>
    <message>
        <source>south-west</source>
        <translation>sud-ouest</translation>
    </message>
    <message>
        <source>west</source>
        <translation>ouest</translation>
    </message>
    <message>
        <source>north-west</source>
        <translation>nord-ouest</translation>
    </message>
    <message>
        <source>Which receiver?</source>
        <translation>Quel récepteur&#xa0;?</translation>
    </message>
    <message>
        <source>That of the tablet</source>
        <translation>Celui de la tablette</translation>
    </message>
    <message>
        <source>Plugged in: %1</source>
        <translation>Branché&#xa0;: %1</translation>
    </message>
    <message>
        <source>None: points by hand</source>
        <translation>Aucun&#xa0;: points à la main</translation>
    </message>
    <message>
        <source>Search again</source>
        <translation>Chercher encore</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Appareil photo</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try the camera</source>
        <translation>Essayer l’appareil photo</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micro</translation>
    </message>
    <message>
        <source>Try the microphone</source>
        <translation>Essayer le micro</translation>
    </message>
    <message>
        <source>Voice of the tablet</source>
        <translation>Voix de la tablette</translation>
    </message>
    <message>
        <source>The tablet can read aloud.</source>
        <translation>La tablette peut lire à voix haute.</translation>
    </message>
    <message>
        <source>No voice for this language. Install one in the tablet’s settings; all else works.</source>
        <translation>Pas de voix pour cette langue. Installez-en une dans les réglages de la tablette&#xa0;; tout le reste marche.</translation>
    </message>
    <message>
        <source>Try the voice</source>
        <translation>Essayer la voix</translation>
    </message>
    <message>
        <source>Hello. This is how questions are read.</source>
        <translation>Bonjour. Voici comment les questions sont lues.</translation>
    </message>
</context>
<context>
    <name>ChoiceGroup</name>
    <message>
        <source>several answers possible</source>
        <translation>plusieurs réponses possibles</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>Plus de choix</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1: touch to light the photo</source>
        <translation>%1&#xa0;: toucher pour éclairer la photo</translation>
    </message>
    <message>
        <source>Before · %1</source>
        <translation>Avant · %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>The photo of today comes here.</source>
        <translation>La photo d’aujourd’hui vient ici.</translation>
    </message>
    <message>
        <source>Waits for a check</source>
        <translation>Attend un contrôle</translation>
    </message>
</context>
<context>
    <name>CountRow</name>
    <message>
        <source>One fewer: %1</source>
        <translation>Un de moins&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Not counted</source>
        <translation>Pas compté</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Un de plus&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>Counter</name>
    <message>
        <source>Not collected: %1</source>
        <translation>Non recueilli&#xa0;: %1</translation>
    </message>
    <message>
        <source>None: %1</source>
        <translation>Personne&#xa0;: %1</translation>
    </message>
    <message>
        <source>One fewer: %1</source>
        <translation>Un de moins&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Non recueilli</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Un de plus&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>DayPicker</name>
    <message>
        <source>Which day?</source>
        <translation>Quel jour&#xa0;?</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Un autre jour</translation>
    </message>
</context>
<context>
    <name>DraftRow</name>
    <message>
        <source>Space without a kind</source>
        <translation>Espace sans genre</translation>
    </message>
    <message>
        <source>Place we like</source>
        <translation>Lieu apprécié</translation>
    </message>
    <message>
        <source>Report without a category</source>
        <translation>Signalement à compléter</translation>
    </message>
</context>
<context>
    <name>DueList</name>
    <message>
        <source>Findings to look at again</source>
        <translation>Constats à revoir</translation>
    </message>
    <message>
        <source>In the order of the walk</source>
        <translation>Dans l’ordre de la marche</translation>
    </message>
    <message>
        <source>From the nearest to the farthest</source>
        <translation>Du plus proche au plus loin</translation>
    </message>
</context>
<context>
    <name>DueRow</name>
    <message>
        <source>said to be done</source>
        <translation>réponse&#xa0;: fait</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>réponse&#xa0;: prévu</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>réponse&#xa0;: en attente</translation>
    </message>
    <message>
        <source>not retained</source>
        <translation>réponse&#xa0;: non retenu</translation>
    </message>
    <message>
        <source>here, %1 m away</source>
        <translation>ici, à %1&#xa0;m</translation>
    </message>
    <message>
        <source>%1 away</source>
        <translation>à %1</translation>
    </message>
    <message>
        <source>seen at %1</source>
        <translation>vu à %1</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Sans catégorie</translation>
    </message>
</context>
<context>
    <name>DuplicateCard</name>
    <message>
        <source>Yes, the same</source>
        <translation>Oui, le même</translation>
    </message>
    <message>
        <source>No, another one</source>
        <translation>Non, un autre</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Go on with the walk</source>
        <translation>Continuer la marche</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>Before you part</source>
        <translation>Avant de vous quitter</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>End of the walk</source>
        <translation>Fin de la marche</translation>
    </message>
    <message>
        <source>Everything is on the tablet</source>
        <translation>Tout est sur la tablette</translation>
    </message>
    <message>
        <source>The round is over</source>
        <translation>Finir le tour</translation>
    </message>
    <message>
        <source>Closing was asked</source>
        <translation>Clôture demandée</translation>
    </message>
    <message>
        <source>Close the walk</source>
        <translation>Clore la marche</translation>
    </message>
    <message numerus="yes">
        <source>Close: still %n thing(s) to do</source>
        <translation>
            <numerusform>Clore&#xa0;: encore %n chose à faire</numerusform>
            <numerusform>Clore&#xa0;: encore %n choses à faire</numerusform>
        </translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>Ce qui reste à faire</translation>
    </message>
    <message>
        <source>First page</source>
        <translation>Accueil</translation>
    </message>
    <message numerus="yes">
        <source>report(s)</source>
        <translation>
            <numerusform>signalement</numerusform>
            <numerusform>signalements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>place(s) we like</source>
        <translation>
            <numerusform>lieu apprécié</numerusform>
            <numerusform>lieux appréciés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>space(s) to requalify</source>
        <translation>
            <numerusform>espace à requalifier</numerusform>
            <numerusform>espaces à requalifier</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>finding(s) seen again</source>
        <translation>
            <numerusform>constat revu</numerusform>
            <numerusform>constats revus</numerusform>
        </translation>
    </message>
    <message>
        <source>Another tablet leads this walk: it counts the group, dates the return and closes.</source>
        <translation>Une autre tablette mène cette marche&#xa0;: elle compte le groupe, date le retour et clôt.</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>En bref</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) came</source>
        <translation>
            <numerusform>%n personne est venue</numerusform>
            <numerusform>%n personnes sont venues</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Grid: %n answer(s) out of %1</source>
        <translation>
            <numerusform>Grille&#xa0;: %n réponse sur %1</numerusform>
            <numerusform>Grille&#xa0;: %n réponses sur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete the grid</source>
        <translation>Compléter la grille</translation>
    </message>
</context>
<context>
    <name>EndTask</name>
    <message>
        <source>No form left open</source>
        <translation>Aucune fiche en cours</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) to complete</source>
        <translation>
            <numerusform>%n fiche à compléter</numerusform>
            <numerusform>%n fiches à compléter</numerusform>
        </translation>
    </message>
    <message>
        <source>They are kept until you complete them.</source>
        <translation>Elles sont gardées tant que vous ne les avez pas complétées.</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>Every finding has a category</source>
        <translation>Chaque constat a une catégorie</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a category</source>
        <translation>
            <numerusform>%n constat sans catégorie</numerusform>
            <numerusform>%n constats sans catégorie</numerusform>
        </translation>
    </message>
    <message>
        <source>A picture says what it is.</source>
        <translation>Une image dit ce que c’est.</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Choisir</translation>
    </message>
    <message>
        <source>Every finding has a place</source>
        <translation>Chaque constat a un lieu</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a place</source>
        <translation>
            <numerusform>%n constat sans lieu</numerusform>
            <numerusform>%n constats sans lieu</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a place nobody finds it.</source>
        <translation>Sans lieu, personne ne le trouve.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Placer</translation>
    </message>
    <message>
        <source>Photos looked at</source>
        <translation>Photos vérifiées</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to check</source>
        <translation>
            <numerusform>%n photo à vérifier</numerusform>
            <numerusform>%n photos à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo leaves only once a person has looked at it.</source>
        <translation>Une photo ne part que quand quelqu’un l’a regardée.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Voice notes listened to</source>
        <translation>Notes vocales écoutées</translation>
    </message>
    <message numerus="yes">
        <source>%n voice note(s) to listen to</source>
        <translation>
            <numerusform>%n note vocale à écouter</numerusform>
            <numerusform>%n notes vocales à écouter</numerusform>
        </translation>
    </message>
    <message>
        <source>A voice note leaves only once someone has listened to it.</source>
        <translation>Une note vocale ne part que si quelqu’un l’a écoutée.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Earlier findings seen again</source>
        <translation>Anciens constats revus</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier finding(s) not seen</source>
        <translation>
            <numerusform>%n ancien constat pas revu</numerusform>
            <numerusform>%n anciens constats pas revus</numerusform>
        </translation>
    </message>
    <message>
        <source>They stay due for the next walk.</source>
        <translation>Ils restent à revoir à la prochaine marche.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Revoir</translation>
    </message>
    <message>
        <source>Priorities voted</source>
        <translation>Priorités votées</translation>
    </message>
    <message>
        <source>The vote has begun</source>
        <translation>Le vote a commencé</translation>
    </message>
    <message>
        <source>Vote on priorities</source>
        <translation>Voter les priorités</translation>
    </message>
    <message numerus="yes">
        <source>%n have voted</source>
        <translation>
            <numerusform>%n a voté</numerusform>
            <numerusform>%n ont voté</numerusform>
        </translation>
    </message>
    <message>
        <source>Three votes each. It is not obligatory.</source>
        <translation>Trois voix par personne. Ce n’est pas obligatoire.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Voter</translation>
    </message>
    <message>
        <source>Every finding has a follow-up</source>
        <translation>Chaque constat a une suite</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) without a follow-up</source>
        <translation>
            <numerusform>%n constat sans suite choisie</numerusform>
            <numerusform>%n constats sans suite choisie</numerusform>
        </translation>
    </message>
    <message>
        <source>To be passed on, watched, or refused with a reason. As last received.</source>
        <translation>À confier, à surveiller, ou non retenu avec une raison. Selon le dernier envoi reçu.</translation>
    </message>
    <message>
        <source>The office answers once you have sent.</source>
        <translation>Le service répond après votre envoi.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Date of the return visit</source>
        <translation>Date de la marche de retour</translation>
    </message>
    <message>
        <source>Obligatory to close. The round can end without it.</source>
        <translation>Obligatoire pour clore. Le tour peut finir sans elle.</translation>
    </message>
    <message>
        <source>Choose the date</source>
        <translation>Fixer</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voice(s)</source>
        <translation>
            <numerusform>%n voix</numerusform>
            <numerusform>%n voix</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Are these the same words?</source>
        <translation>Les mots sont-ils les mêmes&#xa0;?</translation>
    </message>
    <message>
        <source>Enrol this tablet</source>
        <translation>Inscrire la tablette</translation>
    </message>
    <message>
        <source>Compare with the screen of the office.</source>
        <translation>Comparez avec l’écran du bureau.</translation>
    </message>
    <message>
        <source>Once. Until then everything stays on this tablet.</source>
        <translation>Une seule fois. D’ici là, tout reste sur la tablette.</translation>
    </message>
    <message>
        <source>Yes, the same words</source>
        <translation>Oui, les mêmes mots</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Scan the square, or type the address and the code</source>
        <translation>Scannez le carré, ou tapez l’adresse et le code</translation>
    </message>
    <message>
        <source>Enrolling…</source>
        <translation>Inscription…</translation>
    </message>
    <message>
        <source>No, other words</source>
        <translation>Non, d’autres mots</translation>
    </message>
    <message>
        <source>Other words: a letter was misread, or this is not the office’s square. Do not go on.</source>
        <translation>D’autres mots&#xa0;: une lettre est fausse, ou ce n’est pas le carré du bureau. N’allez pas plus loin.</translation>
    </message>
    <message>
        <source>Scan the code</source>
        <translation>Scanner le code</translation>
    </message>
    <message>
        <source>The office shows a square on its page « Tablets ».</source>
        <translation>Le bureau montre un carré sur sa page «&#xa0;Tablettes&#xa0;».</translation>
    </message>
    <message>
        <source>Or type it</source>
        <translation>Ou le taper</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>EraseCard</name>
    <message>
        <source>First finish the walk</source>
        <translation>Finissez d’abord la marche</translation>
    </message>
    <message>
        <source>First send what the other group made</source>
        <translation>Envoyez d’abord ce que l’autre groupe a fait</translation>
    </message>
    <message>
        <source>First send, or copy everything</source>
        <translation>Envoyez d’abord, ou copiez tout</translation>
    </message>
    <message>
        <source>Erase this tablet</source>
        <translation>Effacer cette tablette</translation>
    </message>
    <message>
        <source>Walks, findings, photos and drafts go. Maps, display and server stay.</source>
        <translation>Les marches, constats, photos et brouillons partent. Les cartes, l’affichage et le serveur restent.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) of a locked group are not sent.</source>
        <translation>
            <numerusform>%n élément d’un groupe verrouillé n’est pas envoyé.</numerusform>
            <numerusform>%n éléments d’un groupe verrouillé ne sont pas envoyés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is on the server.</source>
        <translation>Tout est sur le serveur.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not sent, but copied.</source>
        <translation>
            <numerusform>%n élément n’est pas envoyé, mais il est copié.</numerusform>
            <numerusform>%n éléments ne sont pas envoyés, mais ils sont copiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) are not sent: they would be lost.</source>
        <translation>
            <numerusform>%n élément n’est pas envoyé&#xa0;: il serait perdu.</numerusform>
            <numerusform>%n éléments ne sont pas envoyés&#xa0;: ils seraient perdus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy everything first</source>
        <translation>Copier tout d’abord</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie en cours…</translation>
    </message>
    <message>
        <source>Erase everything…</source>
        <translation>Tout effacer…</translation>
    </message>
    <message>
        <source>To erase, type %1</source>
        <translation>Pour effacer, tapez %1</translation>
    </message>
    <message>
        <source>Keep everything</source>
        <translation>Tout garder</translation>
    </message>
    <message>
        <source>Erase for good</source>
        <translation>Effacer pour de bon</translation>
    </message>
    <message>
        <source>First type %1</source>
        <translation>Tapez d’abord %1</translation>
    </message>
    <message>
        <source>Erasing…</source>
        <translation>Effacement…</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Exploratory walks</source>
        <translation>Marches exploratoires</translation>
    </message>
    <message>
        <source>The app cannot open</source>
        <translation>L’application ne peut pas s’ouvrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>FamilyBar</name>
    <message>
        <source>Families of pictures</source>
        <translation>Familles d’images</translation>
    </message>
    <message>
        <source>Common</source>
        <translation>Courants</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
</context>
<context>
    <name>FaultWords</name>
    <message>
        <source>The tablet is full</source>
        <translation>La tablette est pleine</translation>
    </message>
    <message>
        <source>No more photos: the tablet is nearly full</source>
        <translation>On ne peut plus prendre de photos&#xa0;: la tablette est presque pleine</translation>
    </message>
    <message>
        <source>Nothing can be written here</source>
        <translation>On ne peut rien écrire ici</translation>
    </message>
    <message>
        <source>The disk does not answer</source>
        <translation>Le disque ne répond pas</translation>
    </message>
    <message>
        <source>The app is already open</source>
        <translation>L’application est déjà ouverte</translation>
    </message>
    <message>
        <source>This folder cannot be used</source>
        <translation>Ce dossier ne convient pas</translation>
    </message>
    <message>
        <source>The data comes from a newer version</source>
        <translation>Les données viennent d’une version plus récente</translation>
    </message>
    <message>
        <source>The data file is damaged</source>
        <translation>Le fichier des données est abîmé</translation>
    </message>
    <message>
        <source>This file belongs to another program</source>
        <translation>Ce fichier est celui d’un autre programme</translation>
    </message>
    <message>
        <source>Another group locked its walks here</source>
        <translation>Un autre groupe a verrouillé ses marches ici</translation>
    </message>
    <message>
        <source>Something is not sent yet</source>
        <translation>Quelque chose n’est pas encore envoyé</translation>
    </message>
    <message>
        <source>There is not enough room for this map</source>
        <translation>Il n’y a pas assez de place pour cette carte</translation>
    </message>
    <message>
        <source>The map could not be copied</source>
        <translation>La carte n’a pas pu être copiée</translation>
    </message>
    <message>
        <source>This file cannot be used</source>
        <translation>Ce fichier ne peut pas servir</translation>
    </message>
    <message>
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>The server cannot be trusted here</source>
        <translation>Le serveur n’est pas sûr ici</translation>
    </message>
    <message>
        <source>The server’s proof is not valid today</source>
        <translation>La preuve du serveur n’est pas valable aujourd’hui</translation>
    </message>
    <message>
        <source>Another address answers</source>
        <translation>Une autre adresse répond</translation>
    </message>
    <message>
        <source>The server’s proof is unknown here</source>
        <translation>La preuve du serveur est inconnue ici</translation>
    </message>
    <message>
        <source>This address is not a GUP server</source>
        <translation>Cette adresse n’est pas celle d’un serveur GUP</translation>
    </message>
    <message>
        <source>This square is not the office’s</source>
        <translation>Ce carré n’est pas celui du bureau</translation>
    </message>
    <message>
        <source>Another tablet has this one’s name</source>
        <translation>Une autre tablette porte le nom de celle-ci</translation>
    </message>
    <message>
        <source>This tablet’s data was copied</source>
        <translation>Les données de cette tablette ont été copiées</translation>
    </message>
    <message>
        <source>This walk is led by another tablet</source>
        <translation>Cette marche est menée par une autre tablette</translation>
    </message>
    <message>
        <source>The sending is paused</source>
        <translation>L’envoi est en pause</translation>
    </message>
    <message>
        <source>App and server do not understand each other</source>
        <translation>L’application et le serveur ne se comprennent pas</translation>
    </message>
    <message>
        <source>This address is not protected</source>
        <translation>Cette adresse n’est pas protégée</translation>
    </message>
    <message>
        <source>This code does not work</source>
        <translation>Ce code ne marche pas</translation>
    </message>
    <message>
        <source>This tablet was taken off the list</source>
        <translation>Cette tablette a été retirée de la liste</translation>
    </message>
    <message>
        <source>The server does not know this tablet</source>
        <translation>Le serveur ne connaît pas cette tablette</translation>
    </message>
    <message>
        <source>This tablet has no server yet</source>
        <translation>Cette tablette n’a pas encore de serveur</translation>
    </message>
    <message>
        <source>The app must be updated</source>
        <translation>Il faut mettre l’application à jour</translation>
    </message>
    <message>
        <source>The server cannot take more now</source>
        <translation>Le serveur ne peut rien recevoir pour l’instant</translation>
    </message>
    <message>
        <source>Something did not work</source>
        <translation>Quelque chose n’a pas marché</translation>
    </message>
    <message>
        <source>What was saved is safe. Free some space, then save again.</source>
        <translation>Ce qui est enregistré est en sécurité. Libérez de la place, puis enregistrez à nouveau.</translation>
    </message>
    <message>
        <source>Notes and tracks go on being saved. Send, or free some space.</source>
        <translation>Les notes et le tracé sont toujours gardés. Envoyez, ou libérez de la place.</translation>
    </message>
    <message>
        <source>What was saved is safe. Try again, then have the tablet looked at.</source>
        <translation>Ce qui est enregistré est en sécurité. Réessayez, puis faites regarder la tablette.</translation>
    </message>
    <message>
        <source>Look for its window, or close it first.</source>
        <translation>Cherchez sa fenêtre, ou fermez-la d’abord.</translation>
    </message>
    <message>
        <source>Choose another folder for the data.</source>
        <translation>Choisissez un autre dossier pour les données.</translation>
    </message>
    <message>
        <source>Nothing was changed. Install the newer version of the app.</source>
        <translation>Rien n’a été changé. Installez la version plus récente.</translation>
    </message>
    <message>
        <source>It was left as it is. Keep a copy, then put back the newest file of the folder “backups”.</source>
        <translation>Il est resté tel quel. Gardez une copie, puis remettez le fichier le plus récent du dossier «&#xa0;backups&#xa0;».</translation>
    </message>
    <message>
        <source>It was left as it is. Choose another folder for the data.</source>
        <translation>Il est resté tel quel. Choisissez un autre dossier pour les données.</translation>
    </message>
    <message>
        <source>Nothing was done. Open them with the leader’s code, or send them.</source>
        <translation>Rien n’a été fait. Ouvrez-les avec le code, ou envoyez-les.</translation>
    </message>
    <message>
        <source>Nothing was erased. Send it, or copy everything first.</source>
        <translation>Rien n’a été effacé. Envoyez, ou copiez tout d’abord.</translation>
    </message>
    <message>
        <source>Nothing was changed. Make room, or choose a smaller map.</source>
        <translation>Rien n’a changé. Libérez de la place, ou choisissez une carte plus petite.</translation>
    </message>
    <message>
        <source>The other maps are safe. Try again.</source>
        <translation>Les autres cartes sont intactes. Réessayez.</translation>
    </message>
    <message>
        <source>It holds drawings, not pictures. Ask for a map of pictures (MBTiles).</source>
        <translation>Il contient des dessins, pas des images. Demandez une carte en images (MBTiles).</translation>
    </message>
    <message>
        <source>The other maps are safe. Copy the file again, or ask for another one.</source>
        <translation>Les autres cartes sont intactes. Copiez le fichier encore, ou demandez-en un autre.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet. Try again where there is a network.</source>
        <translation>Tout reste sur la tablette. Réessayez là où il y a du réseau.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the address. On a public Wi-Fi, open its login page first.</source>
        <translation>Rien n’est parti. Vérifiez l’adresse. Sur un Wi-Fi public, ouvrez d’abord sa page de connexion.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check the tablet’s date and time. If they are right, tell the GUP cell.</source>
        <translation>Rien n’est parti. Vérifiez la date et l’heure de la tablette. Si elles sont justes, prévenez la cellule GUP.</translation>
    </message>
    <message>
        <source>Nothing was sent. On a public Wi-Fi, open its login page first. Otherwise ask the GUP cell.</source>
        <translation>Rien n’est parti. Sur un Wi-Fi public, ouvrez d’abord sa page de connexion. Sinon, demandez à la cellule GUP.</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan the one on the office’s page « Tablets ».</source>
        <translation>Rien n’a changé. Scannez celui de la page «&#xa0;Tablettes&#xa0;» du bureau.</translation>
    </message>
    <message>
        <source>It was copied, perhaps. Your data stays here. Ask the GUP cell.</source>
        <translation>Elle a peut-être été copiée. Vos données restent ici. Demandez à la cellule GUP.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. Send again: this tablet then takes a name of its own.</source>
        <translation>Rien n’a été écrasé. Envoyez de nouveau&#xa0;: cette tablette prendra alors son propre nom.</translation>
    </message>
    <message>
        <source>Your findings are safe. Say this on the tablet that leads.</source>
        <translation>Vos constats sont gardés. Dites-le sur la tablette qui mène.</translation>
    </message>
    <message>
        <source>What was sent is kept. The rest waits for the next time.</source>
        <translation>Ce qui est parti est reçu. Le reste attend le prochain envoi.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet. The app must be updated.</source>
        <translation>Tout reste sur la tablette. L’application doit être mise à jour.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet. Try again in a quarter of an hour.</source>
        <translation>Tout reste sur la tablette. Réessayez dans un quart d’heure.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet. Tell the GUP cell.</source>
        <translation>Tout reste sur la tablette. Prévenez la cellule GUP.</translation>
    </message>
    <message>
        <source>It must begin with https://</source>
        <translation>Elle doit commencer par https://</translation>
    </message>
    <message>
        <source>It is used once, and not for long. Ask the GUP cell for a new one.</source>
        <translation>Il sert une fois, et pas longtemps. Demandez-en un autre à la cellule GUP.</translation>
    </message>
    <message>
        <source>Your data stays here. Ask the GUP cell for a new code.</source>
        <translation>Vos données restent ici. Demandez un nouveau code à la cellule GUP.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet. Type the code given by the GUP cell.</source>
        <translation>Tout reste sur la tablette. Tapez le code donné par la cellule GUP.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet until then.</source>
        <translation>D’ici là, tout reste sur la tablette.</translation>
    </message>
    <message>
        <source>Everything stays on the tablet. Try again later.</source>
        <translation>Tout reste sur la tablette. Réessayez plus tard.</translation>
    </message>
    <message>
        <source>This kind of photo (HEIC) cannot be read. Choose JPEG in the camera’s settings.</source>
        <translation>Ce genre de photo (HEIC) ne se lit pas. Choisissez JPEG dans les réglages de l’appareil.</translation>
    </message>
    <message>
        <source>This file is not a picture.</source>
        <translation>Ce fichier n’est pas une image.</translation>
    </message>
    <message>
        <source>This picture is too large.</source>
        <translation>Cette image est trop grande.</translation>
    </message>
    <message>
        <source>The camera did not answer. Nothing was lost. Try again.</source>
        <translation>L’appareil photo n’a pas répondu. Rien n’est perdu. Réessayez.</translation>
    </message>
    <message>
        <source>The tablet is nearly full: no more photos. Notes and tracks go on being saved.</source>
        <translation>La tablette est presque pleine&#xa0;: on ne peut plus prendre de photos. Les notes et le tracé sont toujours gardés.</translation>
    </message>
    <message>
        <source>The tablet is full. This photo is not kept, the rest is safe.</source>
        <translation>La tablette est pleine. Cette photo n’est pas gardée, le reste est en sécurité.</translation>
    </message>
    <message>
        <source>This picture cannot be read. The rest is kept.</source>
        <translation>Cette image ne se lit pas. Le reste est gardé.</translation>
    </message>
    <message>
        <source>This tablet has no microphone. Write it, or take a photo.</source>
        <translation>Cette tablette n’a pas de micro. Écrivez, ou prenez une photo.</translation>
    </message>
    <message>
        <source>The microphone is not allowed. Allow it in the tablet’s settings, or write it.</source>
        <translation>Le micro n’est pas autorisé. Autorisez-le dans les réglages de la tablette, ou écrivez.</translation>
    </message>
    <message>
        <source>The microphone does not answer. Try again, or write it.</source>
        <translation>Le micro ne répond pas. Essayez encore, ou écrivez.</translation>
    </message>
</context>
<context>
    <name>FigureTile</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>MMMM d</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <translation>H &apos;h&apos; mm</translation>
    </message>
    <message>
        <source>MMMM d, yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, MMMM d</source>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>dddd, MMMM d, yyyy</source>
        <translation>dddd d MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1&#xa0;km</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1&#xa0;min</translation>
    </message>
    <message>
        <source>%1 h %2</source>
        <translation>%1&#xa0;h&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 Ko</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>± %1 m</source>
        <translation>±&#xa0;%1&#xa0;m</translation>
    </message>
</context>
<context>
    <name>GridPage</name>
    <message>
        <source>What is promised here</source>
        <translation>Ce qui est promis ici</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Autres réponses</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Halte %1</translation>
    </message>
    <message>
        <source>Stop %1 · %2</source>
        <translation>Halte %1 · %2</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Haltes</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Parler</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Note vocale</translation>
    </message>
    <message>
        <source>Finish here</source>
        <translation>C’est fini ici</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Suivant&#xa0;: %1</translation>
    </message>
    <message>
        <source>What do you call this place?</source>
        <translation>Comment appelez-vous ce lieu&#xa0;?</translation>
    </message>
    <message>
        <source>Square, school gate, bus stop…</source>
        <translation>Square, sortie d’école, arrêt de bus…</translation>
    </message>
    <message>
        <source>A name of the place, not of a person.</source>
        <translation>Un nom de lieu, pas de personne.</translation>
    </message>
    <message>
        <source>Stops of this walk</source>
        <translation>Haltes de cette marche</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s)</source>
        <translation>
            <numerusform>%n réponse</numerusform>
            <numerusform>%n réponses</numerusform>
        </translation>
    </message>
    <message>
        <source>This version of the grid is not on the tablet. These are the questions of another version.</source>
        <translation>Cette version de la grille n’est pas sur la tablette. Voici les questions d’une autre version.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n answer(s) out of %2</source>
        <translation>
            <numerusform>%1 · %n réponse sur %2</numerusform>
            <numerusform>%1 · %n réponses sur %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GridQuestion</name>
    <message>
        <source>Not everyone agrees.</source>
        <translation>Tout le monde n’est pas d’accord.</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>pas observé</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>In %1, the group said: “%2”.</source>
        <translation>En %1, le groupe disait&#xa0;: «&#xa0;%2&#xa0;».</translation>
    </message>
    <message>
        <source>Not to be forgotten</source>
        <translation>À ne pas oublier</translation>
    </message>
    <message>
        <source>several answers possible</source>
        <translation>plusieurs réponses possibles</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Show of hands</source>
        <translation>À main levée</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Pas observé</translation>
    </message>
    <message>
        <source>What the others say</source>
        <translation>Ce que disent les autres</translation>
    </message>
    <message>
        <source>Describe the place and its uses. Name and describe no person.</source>
        <translation>Décrivez le lieu et ses usages. Ne nommez et ne décrivez aucune personne.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>Avec vos mots</translation>
    </message>
    <message>
        <source>Take a photo</source>
        <translation>Prendre une photo</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s), take another</source>
        <translation>
            <numerusform>%n photo, en prendre une autre</numerusform>
            <numerusform>%n photos, en prendre une autre</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GuidanceCard</name>
    <message>
        <source>Throw away what was taken here</source>
        <translation>Jeter ce qui a été pris ici</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>Retour aux images</translation>
    </message>
</context>
<context>
    <name>HandBackPage</name>
    <message numerus="yes">
        <source>Choose a code of %n digits or more</source>
        <translation>
            <numerusform>Choisissez un code de %n chiffre ou plus</numerusform>
            <numerusform>Choisissez un code de %n chiffres ou plus</numerusform>
        </translation>
    </message>
    <message>
        <source>The tablet can be handed back</source>
        <translation>La tablette peut être rendue</translation>
    </message>
    <message>
        <source>Find a group’s walks again</source>
        <translation>Retrouver les marches d’un groupe</translation>
    </message>
    <message>
        <source>Finish and hand back</source>
        <translation>Finir et rendre la tablette</translation>
    </message>
    <message>
        <source>Nothing is ever erased.</source>
        <translation>Rien n’est jamais effacé.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Lock and hand back</source>
        <translation>Verrouiller et rendre</translation>
    </message>
    <message>
        <source>Too many wrong codes: wait %1 s</source>
        <translation>Trop de codes faux&#xa0;: attendez %1 s</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Ouverture…</translation>
    </message>
    <message>
        <source>Locking…</source>
        <translation>Verrouillage…</translation>
    </message>
    <message>
        <source>Hand back instead</source>
        <translation>Plutôt rendre la tablette</translation>
    </message>
    <message>
        <source>Locked. The next group sees nothing of yours.</source>
        <translation>Verrouillé. Le prochain groupe ne voit rien de vous.</translation>
    </message>
    <message>
        <source>Everything is at the office. Thank you!</source>
        <translation>Tout est au bureau. Merci&#xa0;!</translation>
    </message>
    <message numerus="yes">
        <source>%n still to send: it stays safe here and leaves with every sending.</source>
        <translation>
            <numerusform>%n reste à envoyer&#xa0;: gardé ici, il part avec les prochains envois.</numerusform>
            <numerusform>%n restent à envoyer&#xa0;: gardés ici, ils partent avec les prochains envois.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n still to send: it stays safe here until the tablet is enrolled.</source>
        <translation>
            <numerusform>%n reste à envoyer&#xa0;: gardé ici jusqu’à l’inscription de la tablette.</numerusform>
            <numerusform>%n restent à envoyer&#xa0;: gardés ici jusqu’à l’inscription de la tablette.</numerusform>
        </translation>
    </message>
    <message>
        <source>Before you hand it back</source>
        <translation>Avant de la rendre</translation>
    </message>
    <message>
        <source>A walk is being recorded</source>
        <translation>Une marche est en cours</translation>
    </message>
    <message>
        <source>It will be finished.</source>
        <translation>Elle sera finie.</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Tout est envoyé</translation>
    </message>
    <message>
        <source>Nothing to send</source>
        <translation>Rien à envoyer</translation>
    </message>
    <message>
        <source>Being sent…</source>
        <translation>Envoi en cours…</translation>
    </message>
    <message>
        <source>The tablet is not enrolled: it stays safe here.</source>
        <translation>La tablette n’est pas inscrite&#xa0;: tout est gardé ici.</translation>
    </message>
    <message>
        <source>About %1. What does not leave now leaves later.</source>
        <translation>Environ %1. Ce qui ne part pas maintenant partira plus tard.</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the photos first: locked, they cannot leave.</source>
        <translation>Regardez d’abord les photos&#xa0;: verrouillées, elles ne partent pas.</translation>
    </message>
    <message numerus="yes">
        <source>%n form(s) begun</source>
        <translation>
            <numerusform>%n fiche commencée</numerusform>
            <numerusform>%n fiches commencées</numerusform>
        </translation>
    </message>
    <message>
        <source>What was begun is locked as it is, and comes back with the code.</source>
        <translation>Ce qui est commencé est verrouillé tel quel. Le code le rend.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Groups that are locked</source>
        <translation>Groupes verrouillés</translation>
    </message>
    <message>
        <source>Handed back on %1</source>
        <translation>Rendue le %1</translation>
    </message>
    <message>
        <source>Code forgotten? What is sent is at the office. The rest leaves with the next sending.</source>
        <translation>Code oublié&#xa0;? Ce qui est envoyé est au bureau. Le reste part au prochain envoi.</translation>
    </message>
    <message>
        <source>Forms begun and photos not looked at stay locked here. Nothing is erased.</source>
        <translation>Les fiches commencées et les photos non vérifiées restent verrouillées ici. Rien n’est effacé.</translation>
    </message>
    <message>
        <source>The code of the group</source>
        <translation>Le code du groupe</translation>
    </message>
    <message>
        <source>Choose a code, and note it</source>
        <translation>Choisissez un code, et notez-le</translation>
    </message>
    <message>
        <source>No digit yet</source>
        <translation>Aucun chiffre encore</translation>
    </message>
    <message>
        <source>This code opens nothing. Everything is still there. Try again.</source>
        <translation>Ce code n’ouvre rien. Tout est encore là. Réessayez.</translation>
    </message>
    <message>
        <source>Only this code shows your walks again on this tablet.</source>
        <translation>Seul ce code montre de nouveau vos marches sur cette tablette.</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>Tablet %1</source>
        <translation>Tablette %1</translation>
    </message>
    <message>
        <source>The group’s tablet</source>
        <translation>La tablette du groupe</translation>
    </message>
    <message>
        <source>This is not the square of a tablet that carries</source>
        <translation>Ce n’est pas le carré d’une tablette qui porte</translation>
    </message>
    <message>
        <source>Nothing was given. On the other tablet: Send, « Carry for the others ».</source>
        <translation>Rien n’est donné. Sur l’autre tablette&#xa0;: Envoyer, «&#xa0;Porter pour les autres&#xa0;».</translation>
    </message>
    <message>
        <source>This square comes from another version of the app</source>
        <translation>Ce carré vient d’une autre version de l’application</translation>
    </message>
    <message>
        <source>Nothing was given. Update the app on both tablets.</source>
        <translation>Rien n’est donné. Mettez l’application à jour sur les deux tablettes.</translation>
    </message>
    <message>
        <source>This square is not whole</source>
        <translation>Ce carré n’est pas entier</translation>
    </message>
    <message>
        <source>Nothing was given. Scan or type it again.</source>
        <translation>Rien n’est donné. Scannez-le ou écrivez-le de nouveau.</translation>
    </message>
    <message>
        <source>The other tablet does not answer</source>
        <translation>L’autre tablette ne répond pas</translation>
    </message>
    <message>
        <source>Everything stays here. Be on the same Wi-Fi, with its square on screen, and try again.</source>
        <translation>Tout reste ici. Soyez sur le même Wi-Fi, son carré à l’écran, et réessayez.</translation>
    </message>
    <message>
        <source>This is not the tablet of your group</source>
        <translation>Ce n’est pas la tablette de votre groupe</translation>
    </message>
    <message>
        <source>Nothing was given: it works with another office, or is not the one of the square.</source>
        <translation>Rien n’est donné&#xa0;: elle travaille avec un autre bureau, ou n’est pas celle du carré.</translation>
    </message>
    <message>
        <source>This square is no longer shown</source>
        <translation>Ce carré n’est plus affiché</translation>
    </message>
    <message>
        <source>Everything stays here. Scan the square that is on screen now.</source>
        <translation>Tout reste ici. Scannez le carré qui est maintenant à l’écran.</translation>
    </message>
    <message>
        <source>The other tablet is full</source>
        <translation>L’autre tablette est pleine</translation>
    </message>
    <message>
        <source>Everything stays here. Make room on it, or give to another tablet.</source>
        <translation>Tout reste ici. Faites-y de la place, ou donnez à une autre tablette.</translation>
    </message>
    <message>
        <source>Giving is paused</source>
        <translation>Le don est en pause</translation>
    </message>
    <message>
        <source>Everything stays here too. It goes on where it was.</source>
        <translation>Tout reste aussi ici. On reprend là où on était.</translation>
    </message>
    <message>
        <source>It is given</source>
        <translation>C’est donné</translation>
    </message>
    <message>
        <source>Give to the group’s tablet</source>
        <translation>Donner à la tablette du groupe</translation>
    </message>
    <message>
        <source>Everything stays on this tablet too.</source>
        <translation>Tout reste aussi sur cette tablette.</translation>
    </message>
    <message>
        <source>Back to sending</source>
        <translation>Retour à l’envoi</translation>
    </message>
    <message>
        <source>Go on giving</source>
        <translation>Continuer à donner</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Donner</translation>
    </message>
    <message>
        <source>Nothing waits here</source>
        <translation>Rien n’attend ici</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Giving…</source>
        <translation>En train de donner…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Another square</source>
        <translation>Un autre carré</translation>
    </message>
    <message numerus="yes">
        <source>%1 carries %n of yours now (%2).</source>
        <translation>
            <numerusform>%1 porte maintenant %n élément à vous (%2).</numerusform>
            <numerusform>%1 porte maintenant %n éléments à vous (%2).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 carries %n of yours now.</source>
        <translation>
            <numerusform>%1 porte maintenant %n élément à vous.</numerusform>
            <numerusform>%1 porte maintenant %n éléments à vous.</numerusform>
        </translation>
    </message>
    <message>
        <source>It counts as sent only once the server says so, at your own next sending. Erase nothing before.</source>
        <translation>Cela compte comme envoyé seulement quand le serveur l’a dit, à votre prochain envoi. N’effacez rien avant.</translation>
    </message>
    <message>
        <source>Is this what its screen says? It cannot read what you give.</source>
        <translation>Son écran dit-il bien cela&#xa0;? Elle ne peut pas lire ce que vous donnez.</translation>
    </message>
    <message numerus="yes">
        <source>%n to give</source>
        <translation>
            <numerusform>%n à donner</numerusform>
            <numerusform>%n à donner</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Environ %1</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo leaves only once a person has looked at it.</source>
        <translation>Une photo part seulement quand une personne l’a regardée.</translation>
    </message>
    <message>
        <source>Scan the code</source>
        <translation>Scanner le code</translation>
    </message>
    <message>
        <source>Both on the same Wi-Fi. The other tablet shows it: Send, « Carry for the others ».</source>
        <translation>Les deux sur le même Wi-Fi. L’autre tablette le montre&#xa0;: Envoyer, «&#xa0;Porter pour les autres&#xa0;».</translation>
    </message>
    <message>
        <source>Or type it</source>
        <translation>Ou le taper</translation>
    </message>
    <message>
        <source>The letters under the square</source>
        <translation>Les lettres à côté du carré</translation>
    </message>
    <message>
        <source>Small letters and spaces do no harm.</source>
        <translation>Les minuscules et les espaces ne gênent pas.</translation>
    </message>
    <message>
        <source>Go on with these letters</source>
        <translation>Continuer avec ces lettres</translation>
    </message>
    <message>
        <source>Type the letters first</source>
        <translation>Tapez d’abord les lettres</translation>
    </message>
</context>
<context>
    <name>HandsTable</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>out of %1</source>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>More hands than people in the group. It is kept as you counted.</source>
        <translation>Il y a plus de mains que de personnes. C’est gardé comme vous avez compté.</translation>
    </message>
</context>
<context>
    <name>HeadcountAtEnd</name>
    <message>
        <source>Is everybody here?</source>
        <translation>Tout le monde est là&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>Everybody is here: %n person(s).</source>
        <translation>
            <numerusform>Tout le monde est là&#xa0;: %n personne.</numerusform>
            <numerusform>Tout le monde est là&#xa0;: %n personnes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) at the end.</source>
        <translation>
            <numerusform>%n personne à la fin.</numerusform>
            <numerusform>%n personnes à la fin.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at the start, %2 now: who is missing?</source>
        <translation>%1 au départ, %2 maintenant&#xa0;: qui manque&#xa0;?</translation>
    </message>
    <message>
        <source>%1 at the start, %2 now: who has joined you?</source>
        <translation>%1 au départ, %2 maintenant&#xa0;: qui vous a rejoints&#xa0;?</translation>
    </message>
    <message>
        <source>Yes, we are %1</source>
        <translation>Oui, nous sommes %1</translation>
    </message>
    <message>
        <source>How many are you now?</source>
        <translation>Combien êtes-vous maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Compter encore</translation>
    </message>
    <message>
        <source>No, count</source>
        <translation>Non, compter</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Compter</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>C’est juste</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>HeadcountCard</name>
    <message>
        <source>How many are you?</source>
        <translation>Combien êtes-vous au départ&#xa0;?</translation>
    </message>
    <message>
        <source>One fewer</source>
        <translation>Une personne de moins</translation>
    </message>
    <message>
        <source>Not counted yet</source>
        <translation>Pas encore compté</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Une personne de plus</translation>
    </message>
    <message>
        <source>+ 5</source>
        <translation>+ 5</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>C’est bon</translation>
    </message>
    <message>
        <source>Do not count</source>
        <translation>Ne pas compter</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help for the walk leader</source>
        <translation>Aide pour animer la marche</translation>
    </message>
    <message>
        <source>What about?</source>
        <translation>De quoi s’agit-il&#xa0;?</translation>
    </message>
    <message>
        <source>Trial walk</source>
        <translation>Marche d’essai</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
</context>
<context>
    <name>HelperPage</name>
    <message>
        <source>For somebody else</source>
        <translation>Pour quelqu’un d’autre</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) from there so far</source>
        <translation>
            <numerusform>%n constat déjà saisi de là</numerusform>
            <numerusform>%n constats déjà saisis de là</numerusform>
        </translation>
    </message>
    <message>
        <source>A warden, an idea box, a paper form.</source>
        <translation>Un gardien, une boîte à idées, une fiche papier.</translation>
    </message>
    <message>
        <source>Report this</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Say who speaks first</source>
        <translation>Dites d’abord qui parle</translation>
    </message>
    <message>
        <source>Place we like</source>
        <translation>Lieu apprécié</translation>
    </message>
    <message>
        <source>Space to requalify</source>
        <translation>Espace à requalifier</translation>
    </message>
    <message>
        <source>Who speaks?</source>
        <translation>Qui parle&#xa0;?</translation>
    </message>
    <message>
        <source>How many people say it?</source>
        <translation>Combien de personnes le disent&#xa0;?</translation>
    </message>
    <message>
        <source>We count. We write down no name.</source>
        <translation>On compte. On ne note aucun nom.</translation>
    </message>
    <message>
        <source>Counted without asking</source>
        <translation>Comptées sans demander</translation>
    </message>
</context>
<context>
    <name>HereCard</name>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Exploratory walks</source>
        <translation>Marches exploratoires</translation>
    </message>
    <message>
        <source>A walk is being recorded</source>
        <translation>Une marche est en cours</translation>
    </message>
    <message>
        <source>GPS ready</source>
        <translation>GPS prêt</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>À compléter</translation>
    </message>
    <message>
        <source>Report without a walk</source>
        <translation>Signaler sans marche</translation>
    </message>
    <message>
        <source>Not everything is sent</source>
        <translation>Tout n’est pas envoyé</translation>
    </message>
    <message>
        <source>Tablet not enrolled</source>
        <translation>Tablette non inscrite</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Rien à envoyer pour l’instant</translation>
    </message>
    <message>
        <source>All sent, %1</source>
        <translation>Tout est envoyé, %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>To revisit</source>
        <translation>À revoir</translation>
    </message>
    <message numerus="yes">
        <source>finding(s) of earlier walks</source>
        <translation>
            <numerusform>constat des marches d’avant</numerusform>
            <numerusform>constats des marches d’avant</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to look at again for now.</source>
        <translation>Rien à revoir pour le moment.</translation>
    </message>
    <message>
        <source>Return planned on %1</source>
        <translation>Retour prévu le %1</translation>
    </message>
    <message>
        <source>Go and see</source>
        <translation>Aller voir</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Place we like</source>
        <translation>Lieu apprécié</translation>
    </message>
    <message>
        <source>Space to requalify</source>
        <translation>Espace à requalifier</translation>
    </message>
    <message>
        <source>For somebody else</source>
        <translation>Pour quelqu’un d’autre</translation>
    </message>
    <message>
        <source>Your walks</source>
        <translation>Vos marches</translation>
    </message>
    <message>
        <source>No walk is prepared. You can start one now, or prepare one.</source>
        <translation>Aucune marche préparée. Commencez tout de suite, ou préparez-en une.</translation>
    </message>
    <message>
        <source>Prepare a walk</source>
        <translation>Préparer une marche</translation>
    </message>
    <message>
        <source>Invite another tablet</source>
        <translation>Inviter une autre tablette</translation>
    </message>
    <message>
        <source>Join a walk</source>
        <translation>Rejoindre une marche</translation>
    </message>
    <message>
        <source>All the walks (%1)</source>
        <translation>Toutes les marches (%1)</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Vous attend</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to check</source>
        <translation>
            <numerusform>%n photo à vérifier</numerusform>
            <numerusform>%n photos à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>A photo leaves only once a person has looked at it.</source>
        <translation>Une photo part seulement quand une personne l’a regardée.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) refused by the server</source>
        <translation>
            <numerusform>%n constat refusé par le serveur</numerusform>
            <numerusform>%n constats refusés par le serveur</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept on the tablet, with the reason.</source>
        <translation>Gardé sur la tablette, avec la raison.</translation>
    </message>
    <message>
        <source>When there is a network. Nothing is lost until then.</source>
        <translation>Dès qu’il y a du réseau. Rien ne se perd d’ici là.</translation>
    </message>
    <message>
        <source>What became of your findings</source>
        <translation>Ce que sont devenus vos constats</translation>
    </message>
    <message>
        <source>No answer yet. They come here each time you send.</source>
        <translation>Pas encore de réponse. Elles arrivent ici à chaque envoi.</translation>
    </message>
    <message numerus="yes">
        <source>%n new since last time</source>
        <translation>
            <numerusform>%n nouvelle depuis la dernière fois</numerusform>
            <numerusform>%n nouvelles depuis la dernière fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Received on %1</source>
        <translation>Reçues le %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message numerus="yes">
        <source>Read the %n answer(s)</source>
        <translation>
            <numerusform>Lire la réponse</numerusform>
            <numerusform>Lire les&#xa0;%n réponses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InfoPill</name>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>This is no invitation to a walk</source>
        <translation>Ce n’est pas une invitation à une marche</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan the square of the tablet that leads the walk.</source>
        <translation>Rien n’a changé. Scannez le carré de la tablette qui mène la marche.</translation>
    </message>
    <message>
        <source>This invitation comes from another version of the app</source>
        <translation>Cette invitation vient d’une autre version de l’application</translation>
    </message>
    <message>
        <source>Nothing was changed. Update the app on both tablets.</source>
        <translation>Rien n’a changé. Mettez à jour l’application des deux tablettes.</translation>
    </message>
    <message>
        <source>This invitation is not whole</source>
        <translation>Cette invitation n’est pas entière</translation>
    </message>
    <message>
        <source>Nothing was changed. Scan or type it again.</source>
        <translation>Rien n’a changé. Scannez-la ou tapez-la de nouveau.</translation>
    </message>
    <message>
        <source>This tablet leads that walk</source>
        <translation>C’est cette tablette qui mène la marche</translation>
    </message>
    <message>
        <source>Go on with it from home; the others scan its square.</source>
        <translation>Continuez depuis l’accueil. Les autres scannent son carré.</translation>
    </message>
    <message>
        <source>A walk is being recorded on this tablet</source>
        <translation>Une marche est en cours sur cette tablette</translation>
    </message>
    <message>
        <source>It goes on. Finish it first, then join the other one.</source>
        <translation>Elle continue. Finissez-la, puis rejoignez l’autre.</translation>
    </message>
    <message>
        <source>Invite another tablet</source>
        <translation>Inviter une autre tablette</translation>
    </message>
    <message>
        <source>Join a walk</source>
        <translation>Rejoindre une marche</translation>
    </message>
    <message>
        <source>Without a network, with the square of the tablet that leads.</source>
        <translation>Sans réseau, avec le carré de la tablette qui mène.</translation>
    </message>
    <message>
        <source>On the other tablet: Send, « Join a walk », then « Scan the code ».</source>
        <translation>Sur l’autre tablette&#xa0;: Envoyer, «&#xa0;Rejoindre une marche&#xa0;», puis «&#xa0;Scanner le code&#xa0;».</translation>
    </message>
    <message>
        <source>Each tablet records its own path and findings. The office sees one walk.</source>
        <translation>Chaque tablette garde son tracé et ses constats. Le bureau voit une seule marche.</translation>
    </message>
    <message>
        <source>Nobody’s name is in the square.</source>
        <translation>Le carré ne contient le nom de personne.</translation>
    </message>
    <message>
        <source>This walk is led by another tablet; you may pass its square on.</source>
        <translation>Une autre tablette mène cette marche. Vous pouvez passer son carré.</translation>
    </message>
    <message>
        <source>Scan the code</source>
        <translation>Scanner le code</translation>
    </message>
    <message>
        <source>The tablet that leads shows it: Send, « Invite another tablet ».</source>
        <translation>La tablette qui mène le montre&#xa0;: Envoyer, «&#xa0;Inviter une autre tablette&#xa0;».</translation>
    </message>
    <message>
        <source>Or type it</source>
        <translation>Ou le taper</translation>
    </message>
    <message>
        <source>The letters under the square</source>
        <translation>Les lettres à côté du carré</translation>
    </message>
    <message>
        <source>Small letters and spaces do no harm.</source>
        <translation>Les minuscules et les espaces ne gênent pas.</translation>
    </message>
    <message>
        <source>Join with these letters</source>
        <translation>Rejoindre avec ces lettres</translation>
    </message>
    <message>
        <source>Type the letters first</source>
        <translation>Tapez d’abord les lettres</translation>
    </message>
</context>
<context>
    <name>KeyPad</name>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Erase the last sign</source>
        <translation>Effacer le dernier signe</translation>
    </message>
</context>
<context>
    <name>KitCard</name>
    <message>
        <source>This file is no walk kit. Choose a file in .gupkit or .gpx.</source>
        <translation>Ce n’est pas un dossier de marche. Choisissez un fichier .gupkit ou .gpx.</translation>
    </message>
    <message>
        <source>This kit is damaged. Ask for it again.</source>
        <translation>Ce dossier est abîmé. Redemandez-le.</translation>
    </message>
    <message>
        <source>This file is not safe. Do not use it.</source>
        <translation>Ce fichier n’est pas sûr. Ne l’utilisez pas.</translation>
    </message>
    <message>
        <source>This kit is too large. Ask for a smaller one.</source>
        <translation>Ce dossier est trop gros. Demandez-en un plus petit.</translation>
    </message>
    <message>
        <source>This kit needs a newer version of the app.</source>
        <translation>Ce dossier demande une version plus récente.</translation>
    </message>
    <message>
        <source>This file holds no way and no stop.</source>
        <translation>Ce fichier ne contient ni parcours ni halte.</translation>
    </message>
    <message>
        <source>The grid of this kit is missing. Ask for a kit with its grid.</source>
        <translation>Il manque la grille. Demandez un dossier avec sa grille.</translation>
    </message>
    <message>
        <source>The grid of this kit is not the one known here. Ask the group that made it.</source>
        <translation>La grille de ce dossier n’est pas celle connue ici. Voyez avec le groupe qui l’a fait.</translation>
    </message>
    <message>
        <source>Something in this kit is wrong: %1. Ask for it again.</source>
        <translation>Il y a une erreur dans ce dossier&#xa0;: %1. Redemandez-le.</translation>
    </message>
    <message>
        <source>The tablet is full. Free some space, then try again.</source>
        <translation>La tablette est pleine. Faites de la place, puis recommencez.</translation>
    </message>
    <message>
        <source>This file cannot be read. Ask for it again.</source>
        <translation>Ce fichier ne peut pas être lu. Redemandez-le.</translation>
    </message>
    <message>
        <source>Walk kit</source>
        <translation>Dossier de marche</translation>
    </message>
    <message>
        <source>A file with the way, the stops and the grid, to pass from group to group.</source>
        <translation>Un fichier avec le parcours, les haltes et la grille, à passer d’un groupe à l’autre.</translation>
    </message>
    <message>
        <source>%1 Nothing was changed.</source>
        <translation>%1 Rien n’a changé.</translation>
    </message>
    <message>
        <source>Open a walk kit</source>
        <translation>Ouvrir un dossier de marche</translation>
    </message>
    <message>
        <source>Pass this walk on</source>
        <translation>Passer cette marche</translation>
    </message>
    <message>
        <source>The kit is written. It holds no name and nothing that was found.</source>
        <translation>Le dossier est écrit. Il ne contient ni nom ni constat.</translation>
    </message>
    <message>
        <source>See poster %1</source>
        <translation>Voir l’affiche %1</translation>
    </message>
    <message>
        <source>Walk kits (%1)</source>
        <translation>Dossiers de marche (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
</context>
<context>
    <name>LastBar</name>
    <message>
        <source>Report saved</source>
        <translation>Signalement enregistré</translation>
    </message>
    <message>
        <source>Place we like saved</source>
        <translation>Lieu apprécié enregistré</translation>
    </message>
    <message>
        <source>Space saved</source>
        <translation>Espace enregistré</translation>
    </message>
    <message>
        <source>Stop %1 saved</source>
        <translation>Halte %1 enregistrée</translation>
    </message>
    <message>
        <source>Seen again</source>
        <translation>Constat revu</translation>
    </message>
    <message>
        <source>Thrown away</source>
        <translation>Jeté</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Supprimé</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifié</translation>
    </message>
    <message>
        <source>Said of the earlier report</source>
        <translation>Moi aussi&#xa0;: ajouté au signalement déjà fait</translation>
    </message>
    <message>
        <source>Place kept, to complete later</source>
        <translation>Lieu gardé, à compléter</translation>
    </message>
    <message>
        <source>Note on the words saved</source>
        <translation>Note sur les mots enregistrée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Findings of others</source>
        <translation>Autres constats</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Planned way</source>
        <translation>Parcours prévu</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Périmètre</translation>
    </message>
    <message>
        <source>Shapes of spaces</source>
        <translation>Contours des espaces</translation>
    </message>
    <message>
        <source>Day or night</source>
        <translation>Jour ou nuit</translation>
    </message>
    <message>
        <source>By the sun</source>
        <translation>Selon le soleil</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nuit</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>LiveWalkPage</name>
    <message>
        <source>Your walk</source>
        <translation>Votre marche</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>Menu (the walk goes on)</source>
        <translation>Menu (la marche continue)</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Tout est enregistré</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Finish the walk</source>
        <translation>Finir la marche</translation>
    </message>
</context>
<context>
    <name>LockCover</name>
    <message>
        <source>The screen is locked</source>
        <translation>L’écran est verrouillé</translation>
    </message>
    <message>
        <source>The walk is paused.</source>
        <translation>La marche est en pause.</translation>
    </message>
    <message>
        <source>The walk goes on: %1, %2</source>
        <translation>La marche continue&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Keep locked</source>
        <translation>Laisser verrouillé</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Yes, open</source>
        <translation>Oui, ouvrir</translation>
    </message>
</context>
<context>
    <name>LongChoices</name>
    <message>
        <source>Fewer choices</source>
        <translation>Moins de choix</translation>
    </message>
    <message>
        <source>More choices</source>
        <translation>Plus de choix</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>LongList</name>
    <message>
        <source>Further up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Exploratory walks</source>
        <translation>Marches exploratoires</translation>
    </message>
</context>
<context>
    <name>MapArrows</name>
    <message>
        <source>Further up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>To the left</source>
        <translation>À gauche</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>To the right</source>
        <translation>À droite</translation>
    </message>
</context>
<context>
    <name>MapButtons</name>
    <message>
        <source>Closer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Plus loin</translation>
    </message>
</context>
<context>
    <name>MapCross</name>
    <message>
        <source>The point will be here</source>
        <translation>Le point sera ici</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Layers</source>
        <translation>Couches</translation>
    </message>
    <message>
        <source>Show where we are</source>
        <translation>Montrer où nous sommes</translation>
    </message>
    <message>
        <source>Find an address</source>
        <translation>Chercher une adresse</translation>
    </message>
    <message>
        <source>North at the top</source>
        <translation>Nord en haut</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Plus loin</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>Luminosité</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>Verrouiller l’écran</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>Stop %1</source>
        <translation>Halte %1</translation>
    </message>
    <message>
        <source>Stop %1: %2</source>
        <translation>Halte %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Stop %1, planned</source>
        <translation>Halte %1, prévue</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) here</source>
        <translation>
            <numerusform>%n constat ici</numerusform>
            <numerusform>%n constats ici</numerusform>
        </translation>
    </message>
    <message>
        <source>To look at again: %1</source>
        <translation>À revoir&#xa0;: %1</translation>
    </message>
    <message>
        <source>Finding without a category</source>
        <translation>Constat sans catégorie</translation>
    </message>
    <message>
        <source>Place we like: %1</source>
        <translation>Lieu apprécié&#xa0;: %1</translation>
    </message>
    <message>
        <source>Space to requalify: %1</source>
        <translation>Espace à requalifier&#xa0;: %1</translation>
    </message>
    <message>
        <source>to the north</source>
        <translation>au nord</translation>
    </message>
    <message>
        <source>to the north-east</source>
        <translation>au nord-est</translation>
    </message>
    <message>
        <source>to the east</source>
        <translation>à l’est</translation>
    </message>
    <message>
        <source>to the south-east</source>
        <translation>au sud-est</translation>
    </message>
    <message>
        <source>to the south</source>
        <translation>au sud</translation>
    </message>
    <message>
        <source>to the south-west</source>
        <translation>au sud-ouest</translation>
    </message>
    <message>
        <source>to the west</source>
        <translation>à l’ouest</translation>
    </message>
    <message>
        <source>to the north-west</source>
        <translation>au nord-ouest</translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Ici</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MonthCard</name>
    <message>
        <source>The month before</source>
        <translation>Le mois d’avant</translation>
    </message>
    <message>
        <source>The month after</source>
        <translation>Le mois d’après</translation>
    </message>
</context>
<context>
    <name>NavRail</name>
    <message>
        <source>Main menu</source>
        <translation>Menu principal</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>NextStop</name>
    <message>
        <source>next: stop %1</source>
        <translation>prochaine&#xa0;: halte %1</translation>
    </message>
    <message>
        <source>next: stop %1, %2</source>
        <translation>prochaine&#xa0;: halte %1, %2</translation>
    </message>
    <message>
        <source>Stop %1 done · %2</source>
        <translation>Halte %1 faite · %2</translation>
    </message>
</context>
<context>
    <name>NightQuestionCard</name>
    <message>
        <source>Here, at night, can we see clearly?</source>
        <translation>Ici, la nuit, on voit clair&#xa0;?</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Halte %1</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>A little</source>
        <translation>Un peu</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Not observed</source>
        <translation>Pas observé</translation>
    </message>
    <message>
        <source>It dazzles</source>
        <translation>Éblouit</translation>
    </message>
    <message>
        <source>We avoid this place</source>
        <translation>On évite ce lieu</translation>
    </message>
    <message>
        <source>The other questions</source>
        <translation>Les autres questions</translation>
    </message>
</context>
<context>
    <name>NoNetworkCard</name>
    <message>
        <source>No network?</source>
        <translation>Pas de réseau&#xa0;?</translation>
    </message>
    <message>
        <source>Give to the group’s tablet</source>
        <translation>Donner à la tablette du groupe</translation>
    </message>
    <message>
        <source>By Wi-Fi, with its square. It will send for you.</source>
        <translation>Par Wi-Fi, avec son carré. Elle enverra pour vous.</translation>
    </message>
    <message>
        <source>Carry for the others</source>
        <translation>Porter pour les autres</translation>
    </message>
    <message>
        <source>Only a tablet that is enrolled can.</source>
        <translation>Seule une tablette inscrite le peut.</translation>
    </message>
    <message numerus="yes">
        <source>Carried: %n file(s), %1. Sending takes them along.</source>
        <translation>
            <numerusform>Portés ici&#xa0;: %n fichier, %1. Il part avec le prochain envoi.</numerusform>
            <numerusform>Portés ici&#xa0;: %n fichiers, %1. Ils partent avec le prochain envoi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take along what they recorded. Nobody can read it here.</source>
        <translation>Emportez ce qu’ils ont noté. Personne ne peut le lire ici.</translation>
    </message>
    <message>
        <source>Save to a file, read an answer</source>
        <translation>Enregistrer dans un fichier, lire une réponse</translation>
    </message>
    <message>
        <source>To carry on a stick to the office, and back</source>
        <translation>À porter au bureau sur une clé, et retour</translation>
    </message>
</context>
<context>
    <name>OutlineCard</name>
    <message>
        <source>Area</source>
        <translation>Surface</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>about %1 m²</source>
        <translation>env. %1 m²</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>env. %1</translation>
    </message>
    <message>
        <source>Change the outline</source>
        <translation>Changer le tracé</translation>
    </message>
    <message>
        <source>Draw the outline</source>
        <translation>Dessiner le contour</translation>
    </message>
    <message>
        <source>Walk round it</source>
        <translation>Faire le tour à pied</translation>
    </message>
</context>
<context>
    <name>OutlineDrawing</name>
    <message numerus="yes">
        <source>Outline with %n corner(s)</source>
        <translation>
            <numerusform>Contour à %n coin</numerusform>
            <numerusform>Contour à %n coins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Line with %n corner(s)</source>
        <translation>
            <numerusform>Ligne à %n coin</numerusform>
            <numerusform>Ligne à %n coins</numerusform>
        </translation>
    </message>
    <message>
        <source>Point on the map</source>
        <translation>Point sur la carte</translation>
    </message>
    <message>
        <source>Corner %1</source>
        <translation>Coin %1</translation>
    </message>
</context>
<context>
    <name>OutlinePage</name>
    <message>
        <source>Touch the map where it is.</source>
        <translation>Touchez la carte là où c’est.</translation>
    </message>
    <message numerus="yes">
        <source>Touch %n more corner(s) on the map.</source>
        <translation>
            <numerusform>Touchez encore %n coin sur la carte.</numerusform>
            <numerusform>Touchez encore %n coins sur la carte.</numerusform>
        </translation>
    </message>
    <message>
        <source>About %1 m², %2 all round</source>
        <translation>Env. %1 m², %2 de tour</translation>
    </message>
    <message>
        <source>About %1 long</source>
        <translation>Env. %1 de long</translation>
    </message>
    <message>
        <source>The point is on the map.</source>
        <translation>Le point est sur la carte.</translation>
    </message>
    <message>
        <source>Draw the space</source>
        <translation>Dessiner le lieu</translation>
    </message>
    <message>
        <source>Draw the detour</source>
        <translation>Dessiner le détour</translation>
    </message>
    <message>
        <source>Walk along it. Corners come by themselves.</source>
        <translation>Marchez. Les coins se posent tout seuls.</translation>
    </message>
    <message>
        <source>Touch where corner %1 should be.</source>
        <translation>Touchez où mettre le coin %1.</translation>
    </message>
    <message>
        <source>Each touch on the map is kept at once.</source>
        <translation>Chaque coin est gardé tout de suite.</translation>
    </message>
    <message>
        <source>Walking round</source>
        <translation>Tracé en marchant</translation>
    </message>
    <message>
        <source>Waiting for a position</source>
        <translation>Position attendue</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Remove the last one</source>
        <translation>Enlever le dernier</translation>
    </message>
    <message>
        <source>Close the outline</source>
        <translation>Fermer le contour</translation>
    </message>
    <message>
        <source>End the line</source>
        <translation>Finir la ligne</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>C’est ici</translation>
    </message>
    <message>
        <source>No point yet</source>
        <translation>Pas encore de point</translation>
    </message>
    <message numerus="yes">
        <source>%n corner(s) missing</source>
        <translation>
            <numerusform>Il manque %n coin</numerusform>
            <numerusform>Il manque %n coins</numerusform>
        </translation>
    </message>
    <message>
        <source>Show where we are</source>
        <translation>Montrer où nous sommes</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Plus loin</translation>
    </message>
    <message>
        <source>What do you draw?</source>
        <translation>Que dessinez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>An outline</source>
        <translation>Un contour</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>Une ligne</translation>
    </message>
    <message>
        <source>A point</source>
        <translation>Un point</translation>
    </message>
    <message>
        <source>The outline crosses itself. It is kept; you may move a corner.</source>
        <translation>Le contour se croise. Il est gardé. Vous pouvez déplacer un coin.</translation>
    </message>
    <message>
        <source>The line crosses itself. It is kept as it is.</source>
        <translation>La ligne se croise. Elle est gardée telle quelle.</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Arrêter ici</translation>
    </message>
    <message>
        <source>Walk round it</source>
        <translation>Faire le tour à pied</translation>
    </message>
    <message>
        <source>Walk along it</source>
        <translation>Tracer en marchant</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Déplacer ici</translation>
    </message>
    <message>
        <source>Point under the cross</source>
        <translation>Point sous la croix</translation>
    </message>
    <message>
        <source>Corner under the cross</source>
        <translation>Coin sous la croix</translation>
    </message>
    <message>
        <source>Remove this corner</source>
        <translation>Enlever ce coin</translation>
    </message>
</context>
<context>
    <name>PackCard</name>
    <message>
        <source>day</source>
        <translation>jour</translation>
    </message>
    <message>
        <source>night</source>
        <translation>nuit</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>contraste fort</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>%1 × %2 km</source>
        <translation>%1 × %2 km</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Illisible</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Mise de côté</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Là où vous êtes</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>Mettre de côté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>Remettre&#xa0;: %1</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer pour de bon</translation>
    </message>
</context>
<context>
    <name>PacksPage</name>
    <message>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>They work without network.</source>
        <translation>Elles marchent sans réseau.</translation>
    </message>
    <message>
        <source>Add a map</source>
        <translation>Ajouter une carte</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie en cours…</translation>
    </message>
    <message>
        <source>Choose a map</source>
        <translation>Choisir une carte</translation>
    </message>
    <message>
        <source>Maps and addresses (%1)</source>
        <translation>Cartes et adresses (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
    <message>
        <source>No map yet</source>
        <translation>Pas encore de carte</translation>
    </message>
    <message>
        <source>The walk works without one, on a plain ground. Ask the GUP cell for the map of your district.</source>
        <translation>La marche fonctionne sans carte, sur fond uni. Demandez celle du quartier à la cellule GUP.</translation>
    </message>
    <message>
        <source>Map set aside</source>
        <translation>Carte mise de côté</translation>
    </message>
</context>
<context>
    <name>PartingCard</name>
    <message>
        <source>Thank you!</source>
        <translation>Merci&#xa0;!</translation>
    </message>
    <message>
        <source>Everything you said is safe on the tablet.</source>
        <translation>Tout ce que vous avez dit est gardé sur la tablette.</translation>
    </message>
    <message>
        <source>Now: send it as soon as there is a network.</source>
        <translation>Maintenant&#xa0;: envoyer dès qu’il y a du réseau.</translation>
    </message>
    <message>
        <source>Everything is sent.</source>
        <translation>Tout est envoyé.</translation>
    </message>
    <message>
        <source>Then: each finding is passed on to whoever can act.</source>
        <translation>Ensuite&#xa0;: chaque constat est confié à qui peut agir.</translation>
    </message>
    <message>
        <source>The answers come here, on the first page. A refusal gives its reason.</source>
        <translation>Les réponses arrivent ici, à l’accueil. Un refus donne sa raison.</translation>
    </message>
    <message>
        <source>You come back on %1, to see whether it is true.</source>
        <translation>Vous revenez le %1, pour voir si c’est vrai.</translation>
    </message>
    <message>
        <source>The walk stays open: it still has no date to come back.</source>
        <translation>La marche reste ouverte&#xa0;: elle n’a pas encore de date de retour.</translation>
    </message>
    <message>
        <source>You have asked to close this walk.</source>
        <translation>Vous avez demandé à clore cette marche.</translation>
    </message>
</context>
<context>
    <name>PauseBar</name>
    <message>
        <source>Paused. The way is not recorded. You can still report.</source>
        <translation>En pause. Le trajet n’est pas enregistré. Vous pouvez signaler.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Reprendre</translation>
    </message>
</context>
<context>
    <name>PhotoCard</name>
    <message>
        <source>Checked</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>To be checked</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Waits for a check</source>
        <translation>Attend un regard</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>Pas de photo</translation>
    </message>
    <message>
        <source>Photo refused</source>
        <translation>Photo refusée</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>PhotoCards</name>
    <message>
        <source>Remove this photo</source>
        <translation>Enlever cette photo</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) deleted</source>
        <translation>
            <numerusform>%n photo supprimée</numerusform>
            <numerusform>%n photos supprimées</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a photo</source>
        <translation>Ajouter une photo</translation>
    </message>
    <message>
        <source>Add another photo</source>
        <translation>Ajouter une autre photo</translation>
    </message>
</context>
<context>
    <name>PhotoCell</name>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n visage</numerusform>
            <numerusform>%n visages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plate(s)</source>
        <translation>
            <numerusform>%n plaque</numerusform>
            <numerusform>%n plaques</numerusform>
        </translation>
    </message>
    <message>
        <source>by finger</source>
        <translation>au doigt</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>On cherche les visages…</translation>
    </message>
    <message>
        <source>Blurred: %1</source>
        <translation>Flouté&#xa0;: %1</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message>
        <source>Photo %1. %2</source>
        <translation>Photo %1. %2</translation>
    </message>
</context>
<context>
    <name>PhotoCheckPage</name>
    <message>
        <source>No photo to check</source>
        <translation>Pas de photo à vérifier</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>Recherche de visages…</translation>
    </message>
    <message>
        <source>Can these photos be shown?</source>
        <translation>Peut-on montrer ces photos&#xa0;?</translation>
    </message>
    <message>
        <source>Photos %1 to %2 of %3</source>
        <translation>Photos %1 à %2 sur %3</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Tout est bon</translation>
    </message>
    <message>
        <source>Look at them first</source>
        <translation>Regardez-les d’abord</translation>
    </message>
    <message>
        <source>Touch a photo to blur more, or to delete it.</source>
        <translation>Touchez une photo pour flouter plus, ou pour la supprimer.</translation>
    </message>
    <message numerus="yes">
        <source>Saving %n photo(s)…</source>
        <translation>
            <numerusform>%n photo s’enregistre…</numerusform>
            <numerusform>%n photos s’enregistrent…</numerusform>
        </translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Page suivante</translation>
    </message>
    <message>
        <source>Every photo was looked at</source>
        <translation>Toutes les photos ont été regardées</translation>
    </message>
    <message>
        <source>They leave the tablet with the next sending.</source>
        <translation>Elles partiront au prochain envoi.</translation>
    </message>
    <message>
        <source>The originals are erased once the blurred photos are kept.</source>
        <translation>Les originaux sont effacés une fois les photos floutées gardées.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Faces are not found by themselves on this machine.</source>
        <translation>Sur cette machine, les visages ne sont pas trouvés tout seuls.</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) deleted</source>
        <translation>
            <numerusform>%n photo supprimée</numerusform>
            <numerusform>%n photos supprimées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PhotoEditPage</name>
    <message>
        <source>Checked photo</source>
        <translation>Photo vérifiée</translation>
    </message>
    <message>
        <source>Can this photo be shown?</source>
        <translation>Peut-on montrer cette photo&#xa0;?</translation>
    </message>
    <message>
        <source>Touch what must not be seen. Touch a frame to show it again.</source>
        <translation>Touchez ce qu’il ne faut pas voir. Touchez un cadre pour le montrer à nouveau.</translation>
    </message>
    <message>
        <source>Now touch what the arrow shows.</source>
        <translation>Touchez maintenant ce que montre la flèche.</translation>
    </message>
    <message>
        <source>Touch where the arrow begins.</source>
        <translation>Touchez l’endroit où commence la flèche.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Yes, it can be shown</source>
        <translation>Oui, on peut la montrer</translation>
    </message>
    <message>
        <source>This picture cannot be read</source>
        <translation>Cette image est illisible</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>On cherche les visages…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Rien n’a changé</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistre…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Delete this photo</source>
        <translation>Supprimer cette photo</translation>
    </message>
    <message>
        <source>One moment.</source>
        <translation>Un instant.</translation>
    </message>
    <message>
        <source>The photo as it will be sent</source>
        <translation>La photo telle qu’elle sera envoyée</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>%n visage</numerusform>
            <numerusform>%n visages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n plate(s)</source>
        <translation>
            <numerusform>%n plaque</numerusform>
            <numerusform>%n plaques</numerusform>
        </translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Flouter</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>Flèche</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Petit</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grand</translation>
    </message>
    <message>
        <source>Faces are not found by themselves on this machine.</source>
        <translation>Sur cet appareil, les visages ne sont pas trouvés automatiquement.</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>Choose photos</source>
        <translation>Choisir des photos</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Images (%1)</translation>
    </message>
    <message>
        <source>All files (%1)</source>
        <translation>Tous les fichiers (%1)</translation>
    </message>
</context>
<context>
    <name>PlaceCard</name>
    <message>
        <source>No place yet</source>
        <translation>Pas encore de lieu</translation>
    </message>
    <message>
        <source>Where the photo was taken</source>
        <translation>Là où la photo a été prise</translation>
    </message>
    <message>
        <source>By its address</source>
        <translation>Par son adresse</translation>
    </message>
    <message>
        <source>Put on the map by hand</source>
        <translation>Placé à la main sur la carte</translation>
    </message>
    <message>
        <source>Weak GPS, %1: move the point if it is wrong</source>
        <translation>GPS faible, %1&#xa0;: déplacez le point s’il est faux</translation>
    </message>
    <message>
        <source>Where you are</source>
        <translation>Là où vous êtes</translation>
    </message>
    <message>
        <source>Where you are, %1</source>
        <translation>Là où vous êtes, %1</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Déplacer</translation>
    </message>
    <message>
        <source>Put on the map</source>
        <translation>Placer sur la carte</translation>
    </message>
    <message>
        <source>Use the photo’s place</source>
        <translation>Prendre le lieu de la photo</translation>
    </message>
</context>
<context>
    <name>PlaceDetailWords</name>
    <message>
        <source>building %1</source>
        <translation>bâtiment %1</translation>
    </message>
    <message>
        <source>staircase %1</source>
        <translation>escalier %1</translation>
    </message>
    <message>
        <source>floor %1</source>
        <translation>étage %1</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>n°&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>PlaceDetails</name>
    <message>
        <source>Building</source>
        <translation>Bâtiment</translation>
    </message>
    <message>
        <source>Staircase</source>
        <translation>Escalier</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>Étage</translation>
    </message>
    <message>
        <source>Basement</source>
        <translation>Sous-sol</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>Rez-de-chaussée</translation>
    </message>
    <message>
        <source>Lamp-post or bin number</source>
        <translation>N°&#xa0;de lampadaire ou de poubelle</translation>
    </message>
    <message>
        <source>How to find it</source>
        <translation>Pour le trouver</translation>
    </message>
    <message>
        <source>%1, another</source>
        <translation>%1, autre</translation>
    </message>
    <message>
        <source>A landmark</source>
        <translation>Un repère</translation>
    </message>
    <message>
        <source>Outside the school, by the shelter…</source>
        <translation>Devant l’école, derrière l’abribus…</translation>
    </message>
</context>
<context>
    <name>PlacePage</name>
    <message>
        <source>Where is it?</source>
        <translation>Où est-ce&#xa0;?</translation>
    </message>
    <message>
        <source>Move the map until the place is under the cross.</source>
        <translation>Bougez la carte jusqu’à ce que le lieu soit sous la croix.</translation>
    </message>
    <message>
        <source>It is here</source>
        <translation>C’est ici</translation>
    </message>
    <message>
        <source>Show where we are</source>
        <translation>Montrer où nous sommes</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>Plus près</translation>
    </message>
    <message>
        <source>Further</source>
        <translation>Plus loin</translation>
    </message>
</context>
<context>
    <name>PlanChoice</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>PlanGridStep</name>
    <message>
        <source>Which grid do you fill?</source>
        <translation>Quelle grille remplissez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>The walk has begun: its grid no longer changes.</source>
        <translation>La marche a commencé&#xa0;: sa grille ne change plus.</translation>
    </message>
    <message>
        <source>One for the whole group</source>
        <translation>Une seule pour tout le groupe</translation>
    </message>
    <message>
        <source>Version %1, of %2. %3</source>
        <translation>Version %1, du %2. %3</translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message>
        <source>Without a choice, the walk gets the common grid.</source>
        <translation>Sans choix, la marche prend la grille commune.</translation>
    </message>
    <message>
        <source>The version is fixed when the walk begins. Later ones change nothing.</source>
        <translation>La version est fixée au départ. Les suivantes n’y changent rien.</translation>
    </message>
    <message>
        <source>Which version?</source>
        <translation>Quelle version&#xa0;?</translation>
    </message>
    <message>
        <source>Version %1, of %2: the newest</source>
        <translation>Version %1, du %2&#xa0;: la plus récente</translation>
    </message>
    <message>
        <source>Version %1, of %2</source>
        <translation>Version %1, du %2</translation>
    </message>
</context>
<context>
    <name>PlanGroupStep</name>
    <message>
        <source>How many people?</source>
        <translation>Combien de personnes&#xa0;?</translation>
    </message>
    <message>
        <source>We count. We write down no name.</source>
        <translation>On compte. On ne note aucun nom.</translation>
    </message>
    <message>
        <source>Counted without asking</source>
        <translation>Comptées sans demander</translation>
    </message>
    <message>
        <source>Not collected: it is not zero</source>
        <translation>Non recueilli&#xa0;: ce n’est pas zéro</translation>
    </message>
    <message>
        <source>Close roles and ages</source>
        <translation>Fermer les rôles et les âges</translation>
    </message>
    <message>
        <source>Say roles and ages</source>
        <translation>Préciser les rôles et les âges</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>How did they come?</source>
        <translation>Comment sont-elles venues&#xa0;?</translation>
    </message>
    <message>
        <source>So that everybody can come</source>
        <translation>Pour que tout le monde puisse venir</translation>
    </message>
    <message>
        <source>A way without stairs?</source>
        <translation>Un parcours sans escalier&#xa0;?</translation>
    </message>
    <message>
        <source>A sign language interpreter?</source>
        <translation>Un interprète en langue des signes&#xa0;?</translation>
    </message>
    <message>
        <source>Languages spoken in the group</source>
        <translation>Langues parlées dans le groupe</translation>
    </message>
    <message>
        <source>One language, then “Add”</source>
        <translation>Une langue, puis «&#xa0;Ajouter&#xa0;»</translation>
    </message>
    <message>
        <source>Add the language</source>
        <translation>Ajouter la langue</translation>
    </message>
    <message>
        <source>Which role?</source>
        <translation>Quel rôle&#xa0;?</translation>
    </message>
    <message>
        <source>Which age?</source>
        <translation>Quel âge&#xa0;?</translation>
    </message>
    <message>
        <source>How many of them?</source>
        <translation>Combien sont-ils&#xa0;?</translation>
    </message>
</context>
<context>
    <name>PlanKindStep</name>
    <message>
        <source>Who walks?</source>
        <translation>Qui marche&#xa0;?</translation>
    </message>
    <message>
        <source>By day or by night?</source>
        <translation>De jour ou de nuit&#xa0;?</translation>
    </message>
    <message>
        <source>Who organises it?</source>
        <translation>Qui organise&#xa0;?</translation>
    </message>
    <message>
        <source>any group, even without statutes</source>
        <translation>tout groupe, même sans statuts</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nom du groupe</translation>
    </message>
    <message>
        <source>What for?</source>
        <translation>Dans quel but&#xa0;?</translation>
    </message>
    <message>
        <source>What will you look at?</source>
        <translation>Que regardez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>Name of the walk</source>
        <translation>Nom de la marche</translation>
    </message>
</context>
<context>
    <name>PlanPlaceStep</name>
    <message>
        <source>In which territory?</source>
        <translation>Dans quel territoire&#xa0;?</translation>
    </message>
    <message>
        <source>Not said yet. It is the only thing that must be.</source>
        <translation>Pas encore dit. C’est la seule chose obligatoire.</translation>
    </message>
    <message>
        <source>Change the territory</source>
        <translation>Changer de territoire</translation>
    </message>
    <message>
        <source>Choose the territory</source>
        <translation>Choisir le territoire</translation>
    </message>
    <message>
        <source>Which way?</source>
        <translation>Quel parcours&#xa0;?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is drawn. The walk can go anywhere.</source>
        <translation>Rien n’est dessiné. La marche peut aller partout.</translation>
    </message>
    <message>
        <source>Draw the way and the stops</source>
        <translation>Dessiner le parcours et les haltes</translation>
    </message>
    <message>
        <source>Take over from an earlier walk</source>
        <translation>Reprendre une marche d’avant</translation>
    </message>
    <message>
        <source>It follows the walk of %1.</source>
        <translation>Elle suit la marche du %1.</translation>
    </message>
    <message>
        <source>Its way, its stops, its grid and its public are copied.</source>
        <translation>Parcours, haltes, grille et public sont copiés.</translation>
    </message>
    <message>
        <source>No walk was held on this tablet yet.</source>
        <translation>Aucune marche faite sur cette tablette.</translation>
    </message>
    <message>
        <source>This walk will not take place</source>
        <translation>Cette marche n’aura pas lieu</translation>
    </message>
    <message>
        <source>Why will it not take place?</source>
        <translation>Pourquoi n’aura-t-elle pas lieu&#xa0;?</translation>
    </message>
    <message>
        <source>This walk is cancelled. Nothing of it is lost.</source>
        <translation>Cette marche est annulée. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>It takes place after all</source>
        <translation>Elle a lieu finalement</translation>
    </message>
</context>
<context>
    <name>PlanRolesStep</name>
    <message>
        <source>Young people walk along</source>
        <translation>Des jeunes marchent avec vous</translation>
    </message>
    <message>
        <source>Think of it before you leave. The walk can begin all the same.</source>
        <translation>Pensez-y avant de partir. La marche peut commencer quand même.</translation>
    </message>
    <message>
        <source>Does an adult answer for them?</source>
        <translation>Un adulte référent est-il là&#xa0;?</translation>
    </message>
    <message>
        <source>no name is written down</source>
        <translation>aucun nom n’est noté</translation>
    </message>
    <message>
        <source>Did the parents agree?</source>
        <translation>Les parents sont-ils d’accord&#xa0;?</translation>
    </message>
    <message>
        <source>Who does what?</source>
        <translation>Qui fait quoi&#xa0;?</translation>
    </message>
    <message>
        <source>A guide goes in front and knows the way.</source>
        <translation>Une personne guide, devant. Elle connaît le parcours.</translation>
    </message>
    <message>
        <source>Somebody walks last and counts the group at each stop.</source>
        <translation>Une personne ferme la marche et compte le groupe.</translation>
    </message>
    <message>
        <source>One person takes the photos, without faces.</source>
        <translation>Une personne prend les photos, sans visages.</translation>
    </message>
    <message>
        <source>One person keeps the time.</source>
        <translation>Une personne surveille l’heure.</translation>
    </message>
    <message>
        <source>What is the weather?</source>
        <translation>Quel temps fait-il&#xa0;?</translation>
    </message>
    <message>
        <source>on the day itself</source>
        <translation>le jour même</translation>
    </message>
    <message>
        <source>Are the street lights on?</source>
        <translation>Les lampes de la rue sont-elles allumées&#xa0;?</translation>
    </message>
    <message>
        <source>Which institutions come along?</source>
        <translation>Quelles institutions viennent&#xa0;?</translation>
    </message>
    <message>
        <source>Newly posted staff</source>
        <translation>Agents nouvellement arrivés</translation>
    </message>
    <message>
        <source>who discover the district</source>
        <translation>qui découvrent le quartier</translation>
    </message>
    <message>
        <source>Something to remember</source>
        <translation>À ne pas oublier</translation>
    </message>
    <message>
        <source>Write no name and no telephone number.</source>
        <translation>N’écrivez ni nom ni numéro de téléphone.</translation>
    </message>
</context>
<context>
    <name>PositionMark</name>
    <message>
        <source>You are here</source>
        <translation>Vous êtes ici</translation>
    </message>
</context>
<context>
    <name>PositionWords</name>
    <message>
        <source>GPS good</source>
        <translation>GPS bon</translation>
    </message>
    <message>
        <source>GPS weak</source>
        <translation>GPS faible</translation>
    </message>
    <message>
        <source>GPS jumps</source>
        <translation>Le GPS saute</translation>
    </message>
    <message>
        <source>GPS lost</source>
        <translation>GPS perdu</translation>
    </message>
    <message>
        <source>GPS searching</source>
        <translation>Le GPS cherche</translation>
    </message>
    <message>
        <source>GPS forbidden</source>
        <translation>GPS interdit</translation>
    </message>
    <message>
        <source>No GPS</source>
        <translation>Pas de GPS</translation>
    </message>
    <message>
        <source>GPS off</source>
        <translation>GPS éteint</translation>
    </message>
    <message>
        <source>The position is good</source>
        <translation>La position est bonne</translation>
    </message>
    <message>
        <source>The position is not precise</source>
        <translation>La position n’est pas précise</translation>
    </message>
    <message>
        <source>The position jumps</source>
        <translation>La position saute</translation>
    </message>
    <message>
        <source>The position has been lost</source>
        <translation>La position est perdue</translation>
    </message>
    <message>
        <source>Looking for the position</source>
        <translation>La tablette cherche la position</translation>
    </message>
    <message>
        <source>The tablet forbids the position</source>
        <translation>La tablette interdit la position</translation>
    </message>
    <message>
        <source>This tablet has no GPS</source>
        <translation>Cette tablette n’a pas de GPS</translation>
    </message>
    <message>
        <source>The GPS is off</source>
        <translation>Le GPS est éteint</translation>
    </message>
    <message>
        <source>You can walk.</source>
        <translation>Vous pouvez marcher.</translation>
    </message>
    <message>
        <source>Findings are kept with their circle. Move the point on the map if it is wrong.</source>
        <translation>Les constats sont gardés avec leur cercle. Déplacez le point s’il est faux.</translation>
    </message>
    <message>
        <source>The wrong points are not counted. Walls and towers do that. Move away from them.</source>
        <translation>Les faux points ne comptent pas. Les murs et les tours font cela. Éloignez-vous un peu.</translation>
    </message>
    <message>
        <source>The walk goes on, with a gap. Go under the open sky, or put the points by hand.</source>
        <translation>La marche continue, avec un trou. Allez à ciel ouvert, ou placez les points à la main.</translation>
    </message>
    <message>
        <source>Go under the open sky. The first time can take two minutes.</source>
        <translation>Allez à ciel ouvert. La première fois peut prendre deux minutes.</translation>
    </message>
    <message>
        <source>Everything else works. Allow the position in the tablet’s settings, or put the points by hand.</source>
        <translation>Tout le reste marche. Autorisez la position dans les réglages, ou placez les points à la main.</translation>
    </message>
    <message>
        <source>Everything else works. Plug in a receiver, or put the points on the map by hand.</source>
        <translation>Tout le reste marche. Branchez un récepteur, ou placez les points sur la carte.</translation>
    </message>
    <message>
        <source>It starts with the walk.</source>
        <translation>Il démarre avec la marche.</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Place and way</source>
        <translation>Lieu et parcours</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind of walk</source>
        <translation>Type de marche</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>Le groupe</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Grille</translation>
    </message>
    <message>
        <source>Roles and safety</source>
        <translation>Rôles et sécurité</translation>
    </message>
    <message>
        <source>An adult for the minors?</source>
        <translation>Un adulte référent&#xa0;?</translation>
    </message>
    <message>
        <source>Guide, photos, time</source>
        <translation>Guide, photos, heure</translation>
    </message>
    <message>
        <source>About this walk</source>
        <translation>À propos de cette marche</translation>
    </message>
    <message>
        <source>Prepare a walk</source>
        <translation>Préparer une marche</translation>
    </message>
    <message>
        <source>Saved on the tablet at %1</source>
        <translation>Enregistré à %1 sur la tablette</translation>
    </message>
    <message>
        <source>What you choose is kept at once.</source>
        <translation>Chaque choix est enregistré aussitôt.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulée</translation>
    </message>
    <message>
        <source>Adult and consent?</source>
        <translation>Adulte et accord&#xa0;?</translation>
    </message>
    <message>
        <source>Still missing: the territory</source>
        <translation>Il manque&#xa0;: le territoire</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Suite&#xa0;: %1</translation>
    </message>
    <message>
        <source>Start the walk</source>
        <translation>Commencer la marche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Choose the territory first</source>
        <translation>Choisissez d’abord le territoire</translation>
    </message>
    <message>
        <source>You can open the steps in any order.</source>
        <translation>Vous pouvez ouvrir les étapes dans l’ordre que vous voulez.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>%1 % done</source>
        <translation>%1&#xa0;% fait</translation>
    </message>
</context>
<context>
    <name>PromiseLines</name>
    <message>
        <source>Said to be done. Is it true?</source>
        <translation>Annoncé fait. Est-ce vrai&#xa0;?</translation>
    </message>
    <message>
        <source>Said to be done by %1. Is it true?</source>
        <translation>Annoncé fait par %1. Est-ce vrai&#xa0;?</translation>
    </message>
    <message>
        <source>Planned by %1</source>
        <translation>Prévu par %1</translation>
    </message>
    <message>
        <source>Planned for %1</source>
        <translation>Prévu le %1</translation>
    </message>
    <message>
        <source>Planned for %1 by %2</source>
        <translation>Prévu le %1 par %2</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>En attente d’une réponse</translation>
    </message>
    <message>
        <source>Waiting. Passed on to %1</source>
        <translation>En attente. Confié à&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not retained</source>
        <translation>Non retenu</translation>
    </message>
    <message>
        <source>Not retained: %1</source>
        <translation>Non retenu&#xa0;: %1</translation>
    </message>
    <message>
        <source>No answer received yet</source>
        <translation>Pas encore de réponse reçue</translation>
    </message>
    <message>
        <source>The day has passed.</source>
        <translation>La date est passée.</translation>
    </message>
    <message>
        <source>Answer of %1: “%2”</source>
        <translation>Réponse du %1&#xa0;: «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>Answer received: “%1”</source>
        <translation>Réponse reçue&#xa0;: «&#xa0;%1&#xa0;»</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) of the work received by the office</source>
        <translation>
            <numerusform>%n photo du travail fait, reçue par le service</numerusform>
            <numerusform>%n photos du travail fait, reçues par le service</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen on %1: %2</source>
        <translation>Vu le %1&#xa0;: %2</translation>
    </message>
</context>
<context>
    <name>QuestionCards</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>We do not know</source>
        <translation>On ne sait pas</translation>
    </message>
    <message>
        <source>Describe the place and what hinders. Name and describe no person.</source>
        <translation>Décrivez le lieu et la gêne. Ne nommez et ne décrivez aucune personne.</translation>
    </message>
</context>
<context>
    <name>ReadAloudButton</name>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Arrêter</translation>
    </message>
</context>
<context>
    <name>RefusalWords</name>
    <message>
        <source>Something in this form is not as it should be.</source>
        <translation>Quelque chose ne va pas dans cette fiche.</translation>
    </message>
    <message>
        <source>This is too large for the server.</source>
        <translation>C’est trop gros pour le serveur.</translation>
    </message>
    <message>
        <source>The server does not know the form of this photo yet.</source>
        <translation>Le serveur ne connaît pas encore la fiche de cette photo.</translation>
    </message>
    <message>
        <source>This photo was erased at somebody’s request.</source>
        <translation>Cette photo a été effacée à la demande de quelqu’un.</translation>
    </message>
    <message>
        <source>The file was damaged on its way.</source>
        <translation>Fichier abîmé en route.</translation>
    </message>
    <message>
        <source>The server is older than this app.</source>
        <translation>Le serveur est plus ancien que l’application.</translation>
    </message>
    <message>
        <source>The server could not read this form.</source>
        <translation>Le serveur n’a pas pu lire cette fiche.</translation>
    </message>
    <message>
        <source>This form bears another tablet’s name.</source>
        <translation>Cette fiche porte le nom d’une autre tablette.</translation>
    </message>
    <message>
        <source>Only the office writes this.</source>
        <translation>Seul le bureau écrit cela.</translation>
    </message>
    <message>
        <source>The file of this photo is gone or damaged.</source>
        <translation>Fichier de la photo perdu ou abîmé.</translation>
    </message>
    <message>
        <source>This form was damaged on the tablet’s disk.</source>
        <translation>Fiche abîmée sur le disque de la tablette.</translation>
    </message>
    <message>
        <source>The server stumbled over this form.</source>
        <translation>Le serveur a buté sur cette fiche.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Le serveur l’a refusé.</translation>
    </message>
    <message>
        <source>It is kept here. Open it, change it, then send again.</source>
        <translation>Elle est gardée ici. Ouvrez-la, corrigez-la, puis renvoyez.</translation>
    </message>
    <message>
        <source>It is kept here, the rest is sent. Shorten the text, or tell the GUP cell.</source>
        <translation>Gardé ici, le reste part. Raccourcissez le texte, ou prévenez la cellule GUP.</translation>
    </message>
    <message>
        <source>The form is sent without it. Take the photo again if you can.</source>
        <translation>La fiche est bien partie, sans cette photo. Reprenez la photo si vous pouvez.</translation>
    </message>
    <message>
        <source>The form stays. Nothing is to be done.</source>
        <translation>La fiche reste. Il n’y a rien à faire.</translation>
    </message>
    <message>
        <source>Send now: the server brings it back if it holds it. Otherwise tell the GUP cell.</source>
        <translation>Envoyez&#xa0;: le serveur la rend s’il l’a reçue. Sinon, dites-le à la cellule GUP.</translation>
    </message>
    <message>
        <source>It is kept here. Send again once the server is updated.</source>
        <translation>Gardé ici. Renvoyez quand le serveur sera à jour.</translation>
    </message>
    <message>
        <source>It is kept here, the rest is sent. Tell the GUP cell.</source>
        <translation>Gardé ici, le reste part. Prévenez la cellule GUP.</translation>
    </message>
    <message>
        <source>It is kept here, the rest is sent. Send it again later.</source>
        <translation>Gardé ici, le reste part. Renvoyez plus tard.</translation>
    </message>
</context>
<context>
    <name>ReportDetails</name>
    <message>
        <source>How much does it hinder?</source>
        <translation>Quelle gêne&#xa0;?</translation>
    </message>
    <message>
        <source>Where exactly?</source>
        <translation>Où, précisément&#xa0;?</translation>
    </message>
    <message>
        <source>Which kind of place?</source>
        <translation>Quel genre de lieu&#xa0;?</translation>
    </message>
    <message>
        <source>Is someone in danger now? Call.</source>
        <translation>Quelqu’un est en danger maintenant&#xa0;? Appelez.</translation>
    </message>
    <message>
        <source>When?</source>
        <translation>Quand&#xa0;?</translation>
    </message>
    <message>
        <source>Does it come back?</source>
        <translation>Est-ce que ça revient&#xa0;?</translation>
    </message>
    <message>
        <source>Who is it good for?</source>
        <translation>À qui cela fait-il du bien&#xa0;?</translation>
    </message>
    <message>
        <source>Who does it hinder?</source>
        <translation>Qui est gêné&#xa0;?</translation>
    </message>
    <message>
        <source>How does one feel here?</source>
        <translation>Comment se sent-on ici&#xa0;?</translation>
    </message>
    <message>
        <source>Do people still go through here?</source>
        <translation>Est-ce qu’on passe encore ici&#xa0;?</translation>
    </message>
    <message>
        <source>Detour drawn: change it</source>
        <translation>Détour dessiné&#xa0;: le changer</translation>
    </message>
    <message>
        <source>Draw the detour on the map</source>
        <translation>Dessiner le détour sur la carte</translation>
    </message>
    <message>
        <source>Whose place is it?</source>
        <translation>À qui est le lieu&#xa0;?</translation>
    </message>
    <message>
        <source>What would help?</source>
        <translation>Qu’est-ce qui aiderait&#xa0;?</translation>
    </message>
    <message>
        <source>Residents could help: a shared worksite</source>
        <translation>Les habitants peuvent aider&#xa0;: chantier partagé</translation>
    </message>
    <message>
        <source>Who says it?</source>
        <translation>Qui le dit&#xa0;?</translation>
    </message>
    <message>
        <source>How many say it? Numbers only, no names.</source>
        <translation>Combien le disent&#xa0;? Des nombres, pas de noms.</translation>
    </message>
    <message>
        <source>Also in DansMaRue?</source>
        <translation>Aussi dans DansMaRue&#xa0;?</translation>
    </message>
    <message>
        <source>Report number</source>
        <translation>N°&#xa0;de signalement</translation>
    </message>
    <message>
        <source>Scan its number</source>
        <translation>Scanner son numéro</translation>
    </message>
    <message>
        <source>Hold the code of the DansMaRue report before the camera, or type its number.</source>
        <translation>Montrez le code du signalement DansMaRue à l’appareil, ou tapez son numéro.</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>Avec vos mots</translation>
    </message>
    <message>
        <source>Describe the place and what hinders. Name and describe no person.</source>
        <translation>Décrivez le lieu et la gêne. Ne nommez et ne décrivez aucune personne.</translation>
    </message>
</context>
<context>
    <name>ReportFormPage</name>
    <message>
        <source>What do you like here?</source>
        <translation>Qu’est-ce qui vous plaît ici&#xa0;?</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Qu’est-ce qui ne va pas&#xa0;?</translation>
    </message>
    <message>
        <source>Saved already. Everything is optional here.</source>
        <translation>Déjà enregistré. Tout est facultatif ici.</translation>
    </message>
    <message>
        <source>Everything is optional here. What you enter is kept at once.</source>
        <translation>Tout est facultatif ici. Ce que vous faites est gardé tout de suite.</translation>
    </message>
    <message>
        <source>Touch a picture. You can write or speak afterwards.</source>
        <translation>Touchez une image. Vous pourrez écrire ou parler après.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Already reported %1 from here?</source>
        <translation>Déjà signalé à %1 d’ici&#xa0;?</translation>
    </message>
    <message>
        <source>Weak GPS, %1</source>
        <translation>GPS faible, %1</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Without a picture: to complete later</source>
        <translation>Sans image&#xa0;: à compléter plus tard</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Parler</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Note vocale</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Plus de détails</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
</context>
<context>
    <name>ReportNotices</name>
    <message>
        <source>Already reported %1 from here?</source>
        <translation>Déjà signalé à %1 d’ici&#xa0;?</translation>
    </message>
    <message>
        <source>Only the GUP team reads it.</source>
        <translation>Seule l’équipe GUP le lit.</translation>
    </message>
    <message>
        <source>Only the GUP team and who removes it read it.</source>
        <translation>Seuls l’équipe GUP et le service chargé d’agir le lisent.</translation>
    </message>
    <message>
        <source>To talk about it, free of charge:</source>
        <translation>Pour en parler, gratuitement&#xa0;:</translation>
    </message>
</context>
<context>
    <name>ReturnDateCard</name>
    <message>
        <source>When do you come back?</source>
        <translation>Quand revenez-vous&#xa0;?</translation>
    </message>
    <message>
        <source>The walk stays open until a date is chosen.</source>
        <translation>La marche reste ouverte tant qu’il n’y a pas de date.</translation>
    </message>
    <message numerus="yes">
        <source>In %n month(s)</source>
        <translation>
            <numerusform>Dans %n mois</numerusform>
            <numerusform>Dans %n mois</numerusform>
        </translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Un autre jour</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>A month earlier</source>
        <translation>Un mois plus tôt</translation>
    </message>
    <message>
        <source>A month later</source>
        <translation>Un mois plus tard</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semaine</translation>
    </message>
    <message>
        <source>A week earlier</source>
        <translation>Une semaine plus tôt</translation>
    </message>
    <message>
        <source>A week later</source>
        <translation>Une semaine plus tard</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>A day earlier</source>
        <translation>Un jour plus tôt</translation>
    </message>
    <message>
        <source>A day later</source>
        <translation>Un jour plus tard</translation>
    </message>
</context>
<context>
    <name>RevisitPage</name>
    <message>
        <source>To look at again</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>To look at again: what has changed?</source>
        <translation>À revoir&#xa0;: qu’est-ce qui a changé&#xa0;?</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message numerus="yes">
        <source>%n seen out of %1</source>
        <translation>
            <numerusform>%n vu sur %1</numerusform>
            <numerusform>%n vus sur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Back to the walk</source>
        <translation>Reprendre la marche</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Fiche</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Photo, same frame</source>
        <translation>Photo, même cadre</translation>
    </message>
    <message>
        <source>Photo: answer first</source>
        <translation>Photo&#xa0;: répondez d’abord</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un instant</translation>
    </message>
    <message>
        <source>Nothing to look at again here</source>
        <translation>Rien à revoir ici</translation>
    </message>
    <message>
        <source>Looking for what earlier walks found.</source>
        <translation>Recherche des constats des marches passées.</translation>
    </message>
    <message>
        <source>What earlier walks found comes here, until somebody has seen that it is settled.</source>
        <translation>Les constats des marches passées viennent ici. Ils y restent tant que personne n’a vu que c’est réglé.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Seen on %1. The photo of then is not on this tablet.</source>
        <translation>Vu le %1. La photo d’avant n’est pas sur cette tablette.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <source>To revisit</source>
        <translation>À revoir</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
</context>
<context>
    <name>RoutePage</name>
    <message>
        <source>The way and the stops</source>
        <translation>Le parcours et les haltes</translation>
    </message>
    <message>
        <source>Touch its new place, or put it under the cross.</source>
        <translation>Touchez sa nouvelle place, ou mettez-la sous la croix.</translation>
    </message>
    <message>
        <source>Touch the map where the group will stop.</source>
        <translation>Touchez la carte où le groupe s’arrêtera.</translation>
    </message>
    <message>
        <source>Touch the map where the way turns.</source>
        <translation>Touchez la carte où le parcours tourne.</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>Move it here</source>
        <translation>Déplacer ici</translation>
    </message>
    <message>
        <source>Stop here</source>
        <translation>Halte ici</translation>
    </message>
    <message>
        <source>Turn here</source>
        <translation>Tourner ici</translation>
    </message>
    <message>
        <source>Take it away</source>
        <translation>Enlever</translation>
    </message>
    <message>
        <source>Join the stops</source>
        <translation>Relier les haltes</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The way is good</source>
        <translation>Le parcours est bon</translation>
    </message>
    <message>
        <source>What a touch adds</source>
        <translation>Ce que le doigt ajoute</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>Haltes</translation>
    </message>
    <message>
        <source>The way</source>
        <translation>Parcours</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Halte %1</translation>
    </message>
    <message>
        <source>Point %1 of the way</source>
        <translation>Point %1 du parcours</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>Scale: the bar is %1 long</source>
        <translation>Échelle&#xa0;: la barre fait&#xa0;%1</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1&#xa0;m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1&#xa0;km</translation>
    </message>
</context>
<context>
    <name>ScanCard</name>
    <message>
        <source>Hold the square in the frame. It is read by itself.</source>
        <translation>Tenez le carré dans le cadre. Il est lu tout seul.</translation>
    </message>
    <message>
        <source>The camera is starting…</source>
        <translation>L’appareil photo s’allume…</translation>
    </message>
    <message>
        <source>This tablet has no camera. Choose a picture, or type.</source>
        <translation>Cette tablette n’a pas d’appareil photo. Choisissez une image, ou tapez.</translation>
    </message>
    <message>
        <source>The camera may not be used. Allow it in the system’s settings.</source>
        <translation>L’appareil photo est interdit. Autorisez-le dans les réglages du système.</translation>
    </message>
    <message>
        <source>The camera does not answer. Choose a picture, or type.</source>
        <translation>L’appareil photo ne répond pas. Choisissez une image, ou tapez.</translation>
    </message>
    <message>
        <source>No square was found in this picture. Choose another one.</source>
        <translation>Aucun carré dans cette image. Choisissez-en une autre.</translation>
    </message>
    <message>
        <source>Stop the camera</source>
        <translation>Arrêter l’appareil photo</translation>
    </message>
    <message>
        <source>Scan the code</source>
        <translation>Scanner le code</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Choisir une image</translation>
    </message>
</context>
<context>
    <name>Scroller</name>
    <message>
        <source>Further up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
</context>
<context>
    <name>SetAsideCard</name>
    <message>
        <source>The office set a carried file aside</source>
        <translation>Le bureau a écarté un fichier porté</translation>
    </message>
    <message>
        <source>This tablet carried it for another one (%1, %2).</source>
        <translation>Cette tablette l’a porté pour une autre (%1, %2).</translation>
    </message>
    <message>
        <source>This tablet gave it to another one to carry (%1, %2).</source>
        <translation>Cette tablette l’a confié à une autre pour le porter (%1, %2).</translation>
    </message>
    <message>
        <source>The office says: %1</source>
        <translation>Le bureau dit : %1</translation>
    </message>
    <message>
        <source>Nothing is lost: it is still here. Send it from here, or save it to a file.</source>
        <translation>Rien n’est perdu : tout est encore ici. Envoyez-le d’ici, ou enregistrez-le dans un fichier.</translation>
    </message>
    <message>
        <source>The tablet that wrote it keeps all of it until the server has it. Tell its group.</source>
        <translation>La tablette qui l’a écrit garde tout tant que le serveur ne l’a pas. Prévenez son groupe.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Each choice applies at once and stays on this tablet.</source>
        <translation>Les choix sont gardés sur cette tablette.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>By the sun</source>
        <translation>Selon le soleil</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nuit</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste fort</translation>
    </message>
    <message>
        <source>Size of the words</source>
        <translation>Taille des mots</translation>
    </message>
    <message>
        <source>The tablet itself makes them larger.</source>
        <translation>La tablette les agrandit déjà.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Very large</source>
        <translation>Très grande</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>The hand that taps</source>
        <translation>Main qui touche</translation>
    </message>
    <message>
        <source>The buttons go to its side.</source>
        <translation>Les boutons passent du côté de cette main.</translation>
    </message>
    <message>
        <source>Left hand</source>
        <translation>Main gauche</translation>
    </message>
    <message>
        <source>Right hand</source>
        <translation>Main droite</translation>
    </message>
    <message>
        <source>Gloves</source>
        <translation>Gants</translation>
    </message>
    <message>
        <source>Larger and further apart.</source>
        <translation>Plus grands, plus espacés.</translation>
    </message>
    <message>
        <source>Without gloves</source>
        <translation>Sans gants</translation>
    </message>
    <message>
        <source>Larger buttons</source>
        <translation>Boutons plus grands</translation>
    </message>
    <message>
        <source>Brightness at night</source>
        <translation>Luminosité la nuit</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habituelle</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>Plus sombre</translation>
    </message>
    <message>
        <source>Much darker</source>
        <translation>Bien plus sombre</translation>
    </message>
    <message>
        <source>Darkest</source>
        <translation>La plus sombre</translation>
    </message>
    <message>
        <source>Reading aloud</source>
        <translation>Lecture à voix haute</translation>
    </message>
    <message>
        <source>At night never by itself.</source>
        <translation>La nuit, jamais toute seule.</translation>
    </message>
    <message>
        <source>When I touch</source>
        <translation>Quand je touche</translation>
    </message>
    <message>
        <source>By itself, by day</source>
        <translation>Toute seule, le jour</translation>
    </message>
    <message>
        <source>The tablet</source>
        <translation>La tablette</translation>
    </message>
    <message>
        <source>Check the tablet</source>
        <translation>Vérifier la tablette</translation>
    </message>
    <message>
        <source>Position, camera, microphone, voice.</source>
        <translation>Position, appareil photo, micro, voix.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>Those kept here, and what they cover.</source>
        <translation>Celles qui sont gardées, et ce qu’elles couvrent.</translation>
    </message>
    <message>
        <source>Room and copies</source>
        <translation>Place et copies</translation>
    </message>
    <message>
        <source>What takes room, copying to a stick, erasing.</source>
        <translation>Ce qui prend de la place, copier sur une clé, effacer.</translation>
    </message>
</context>
<context>
    <name>SinceBar</name>
    <message numerus="yes">
        <source>%n resolved</source>
        <translation>
            <numerusform>%n résolu</numerusform>
            <numerusform>%n résolus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n persist(s)</source>
        <translation>
            <numerusform>%n persiste</numerusform>
            <numerusform>%n persistent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n worse</source>
        <translation>
            <numerusform>%n aggravé</numerusform>
            <numerusform>%n aggravés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not seen</source>
        <translation>
            <numerusform>%n pas vu</numerusform>
            <numerusform>%n pas vus</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier findings: %1</source>
        <translation>Anciens constats&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>SpaceDetails</name>
    <message>
        <source>What is there today?</source>
        <translation>Aujourd’hui, qu’y a-t-il&#xa0;?</translation>
    </message>
    <message>
        <source>Could it serve in the meantime?</source>
        <translation>Peut-il servir en attendant&#xa0;?</translation>
    </message>
    <message>
        <source>before bigger works, or at some hours</source>
        <translation>avant de grands travaux, ou à certaines heures</translation>
    </message>
    <message>
        <source>Yes, in the meantime</source>
        <translation>Oui, en attendant</translation>
    </message>
    <message>
        <source>No, for good</source>
        <translation>Non, pour toujours</translation>
    </message>
    <message>
        <source>In which seasons?</source>
        <translation>À quelles saisons&#xa0;?</translation>
    </message>
    <message>
        <source>At what hours?</source>
        <translation>À quelles heures&#xa0;?</translation>
    </message>
    <message>
        <source>After school, on Sundays…</source>
        <translation>Après l’école, le dimanche…</translation>
    </message>
    <message>
        <source>Who could take care of it?</source>
        <translation>Qui pourrait s’en occuper&#xa0;?</translation>
    </message>
    <message>
        <source>A school, an association…</source>
        <translation>Une école, une association…</translation>
    </message>
    <message>
        <source>Trees, a planted wall…</source>
        <translation>Des arbres, un mur planté…</translation>
    </message>
    <message>
        <source>A garden with the school…</source>
        <translation>Un jardin avec l’école…</translation>
    </message>
    <message>
        <source>A group, not a person.</source>
        <translation>Un groupe, pas une personne.</translation>
    </message>
    <message>
        <source>Named before</source>
        <translation>Déjà cités</translation>
    </message>
    <message>
        <source>Nature +: two aims together</source>
        <translation>Nature&#xa0;+&#xa0;: deux buts ensemble</translation>
    </message>
    <message>
        <source>Plant: what, and where?</source>
        <translation>Planter&#xa0;: quoi, et où&#xa0;?</translation>
    </message>
    <message>
        <source>Make it ours: for which use, with which group?</source>
        <translation>En faire notre lieu&#xa0;: pour quoi, avec quel groupe&#xa0;?</translation>
    </message>
    <message>
        <source>One of the two is still empty. A Nature + project needs both.</source>
        <translation>Il manque encore un des deux. Un projet Nature&#xa0;+ a besoin des deux.</translation>
    </message>
    <message>
        <source>A Nature + project needs both. You can fill them in later.</source>
        <translation>Un projet Nature&#xa0;+ a besoin des deux. Vous pouvez les remplir plus tard.</translation>
    </message>
    <message>
        <source>Your idea, in your words</source>
        <translation>Votre idée, avec vos mots</translation>
    </message>
    <message>
        <source>Describe the place and its uses. Name and describe no person.</source>
        <translation>Décrivez le lieu et ses usages. Ne nommez et ne décrivez aucune personne.</translation>
    </message>
</context>
<context>
    <name>SpaceFormPage</name>
    <message>
        <source>Saved already. Everything is optional here.</source>
        <translation>Déjà enregistré. Tout est facultatif ici.</translation>
    </message>
    <message numerus="yes">
        <source>%n women</source>
        <translation>
            <numerusform>%n femme</numerusform>
            <numerusform>%n femmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n men</source>
        <translation>
            <numerusform>%n homme</numerusform>
            <numerusform>%n hommes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n autre</numerusform>
            <numerusform>%n autres</numerusform>
        </translation>
    </message>
    <message>
        <source>As the group sees it: %1</source>
        <translation>Point de vue du groupe&#xa0;: %1</translation>
    </message>
    <message>
        <source>Space to requalify</source>
        <translation>Espace à requalifier</translation>
    </message>
    <message>
        <source>A neglected place that could serve residents</source>
        <translation>Un lieu délaissé qui pourrait servir aux habitants</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Draft kept</source>
        <translation>Brouillon gardé</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>Speak</source>
        <translation>Parler</translation>
    </message>
    <message>
        <source>Your idea</source>
        <translation>Votre idée</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>What kind of place?</source>
        <translation>Quel genre de lieu&#xa0;?</translation>
    </message>
    <message>
        <source>This place is…</source>
        <translation>Ce lieu est…</translation>
    </message>
    <message>
        <source>one, two or three answers</source>
        <translation>une, deux ou trois réponses</translation>
    </message>
    <message>
        <source>Whose is it?</source>
        <translation>À qui est-il&#xa0;?</translation>
    </message>
    <message>
        <source>The ground today</source>
        <translation>Le sol aujourd’hui</translation>
    </message>
    <message>
        <source>What we would like to do here</source>
        <translation>Ce qu’on aimerait y faire</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
</context>
<context>
    <name>SquareImage</name>
    <message>
        <source>Square for the other tablet to scan</source>
        <translation>Carré à scanner par l’autre tablette</translation>
    </message>
</context>
<context>
    <name>SquareLetters</name>
    <message>
        <source>To type it instead:</source>
        <translation>Pour le taper&#xa0;:</translation>
    </message>
</context>
<context>
    <name>StartCheckRow</name>
    <message>
        <source>The map of this place is not on the tablet. The walk is recorded all the same.</source>
        <translation>La carte de ce lieu n’est pas sur la tablette. La marche est enregistrée quand même.</translation>
    </message>
    <message>
        <source>This grid is not on the tablet. The common grid is used.</source>
        <translation>Cette grille n’est pas sur la tablette. La grille commune servira.</translation>
    </message>
    <message>
        <source>Little room left: %1 MB. Photos need 500.</source>
        <translation>Peu de place&#xa0;: %1 Mo. Il en faut 500 pour les photos.</translation>
    </message>
    <message>
        <source>Battery at %1 %. Take a power bank.</source>
        <translation>Batterie à %1&#xa0;%. Prenez une batterie de secours.</translation>
    </message>
    <message>
        <source>Looking for the position. Go outside under the open sky.</source>
        <translation>Recherche de la position. Sortez sous le ciel ouvert.</translation>
    </message>
    <message>
        <source>The position was not tried yet.</source>
        <translation>La position n’a pas encore été essayée.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>Skip: %1</source>
        <translation>Passer&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation>Étapes</translation>
    </message>
    <message>
        <source>%1, said</source>
        <translation>%1, renseigné</translation>
    </message>
</context>
<context>
    <name>Stepper</name>
    <message>
        <source>One fewer: %1</source>
        <translation>Un de moins&#xa0;:&#xa0;%1</translation>
    </message>
    <message>
        <source>Not collected</source>
        <translation>Non recueilli</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Un de plus&#xa0;:&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>%1 GB</source>
        <translation>%1 Go</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 Mo</translation>
    </message>
    <message>
        <source>Room and copies</source>
        <translation>Place et copies</translation>
    </message>
    <message>
        <source>Choose where to copy</source>
        <translation>Choisir où copier</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>%1 free</source>
        <translation>%1 libres</translation>
    </message>
    <message>
        <source>Photos and voices not sent</source>
        <translation>Photos et voix pas encore envoyées</translation>
    </message>
    <message>
        <source>They stay until the server has them.</source>
        <translation>Elles restent tant que le serveur ne les a pas.</translation>
    </message>
    <message>
        <source>Large photos already received</source>
        <translation>Grandes photos déjà reçues</translation>
    </message>
    <message>
        <source>Only these can make room.</source>
        <translation>Elles seules peuvent laisser la place.</translation>
    </message>
    <message>
        <source>Small photos</source>
        <translation>Petites photos</translation>
    </message>
    <message>
        <source>They stay, to be shown.</source>
        <translation>Elles restent, pour être montrées.</translation>
    </message>
    <message>
        <source>Walks and findings</source>
        <translation>Marches et constats</translation>
    </message>
    <message>
        <source>Safety copies</source>
        <translation>Copies de sécurité</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Cartes</translation>
    </message>
    <message>
        <source>%1 more are free. The small photos are still here.</source>
        <translation>%1 de plus sont libres. Les petites photos sont toujours là.</translation>
    </message>
    <message numerus="yes">
        <source>Make room: remove %n large photo(s), %1</source>
        <translation>
            <numerusform>Libérer la place&#xa0;: enlever %n grande photo, %1</numerusform>
            <numerusform>Libérer la place&#xa0;: enlever %n grandes photos, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Making room…</source>
        <translation>Place en cours de libération…</translation>
    </message>
    <message>
        <source>Copy to a stick or a folder</source>
        <translation>Copier sur une clé ou dans un dossier</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Où copier</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Choisir le dossier</translation>
    </message>
    <message>
        <source>Which walk?</source>
        <translation>Quelle marche&#xa0;?</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>As a map (GeoPackage)</source>
        <translation>En carte (GeoPackage)</translation>
    </message>
    <message>
        <source>As a track (GPX)</source>
        <translation>En tracé (GPX)</translation>
    </message>
    <message>
        <source>As GeoJSON</source>
        <translation>En GeoJSON</translation>
    </message>
    <message>
        <source>Everything, photos too</source>
        <translation>Tout, avec les photos</translation>
    </message>
    <message>
        <source>“Everything” also holds photos that nobody has checked. Keep the stick safe.</source>
        <translation>«&#xa0;Tout&#xa0;» contient aussi des photos non vérifiées. Gardez la clé en lieu sûr.</translation>
    </message>
    <message>
        <source>Copying…</source>
        <translation>Copie en cours…</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copié&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>SyncLine</name>
    <message>
        <source>Without a walk</source>
        <translation>Sans marche</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Marche</translation>
    </message>
    <message>
        <source>The walk itself</source>
        <translation>La marche elle-même</translation>
    </message>
    <message>
        <source>Path, part %1</source>
        <translation>Tracé, partie %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Halte</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signaler</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>Voice note</source>
        <translation>Note vocale</translation>
    </message>
    <message>
        <source>Grid answer</source>
        <translation>Réponse à la grille</translation>
    </message>
    <message>
        <source>Votes</source>
        <translation>Votes</translation>
    </message>
    <message>
        <source>Seen again</source>
        <translation>Constat revu</translation>
    </message>
    <message>
        <source>Request to close</source>
        <translation>Demande de clôture</translation>
    </message>
    <message>
        <source>Note on a wording</source>
        <translation>Remarque sur un mot</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>En cours d’envoi</translation>
    </message>
    <message>
        <source>Vote still open</source>
        <translation>Vote encore ouvert</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>À compléter</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Fiche</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>path</source>
        <translation>tracé</translation>
    </message>
    <message>
        <source>about %1 to send</source>
        <translation>environ %1 à envoyer</translation>
    </message>
    <message>
        <source>Changed here and elsewhere. Both versions are kept.</source>
        <translation>Modifié ici et ailleurs. Les deux versions sont gardées.</translation>
    </message>
    <message>
        <source>It leaves once the vote is closed.</source>
        <translation>Il part une fois le vote fermé.</translation>
    </message>
    <message>
        <source>It leaves only once a person has looked at it.</source>
        <translation>Elle part seulement quand quelqu’un l’a regardée.</translation>
    </message>
    <message>
        <source>Being written since %1. It is sent once it is saved.</source>
        <translation>En cours d’écriture depuis %1. Envoyé une fois enregistré.</translation>
    </message>
    <message>
        <source>Received on %1</source>
        <translation>Reçu le %1</translation>
    </message>
    <message>
        <source>The form is received; the picture follows (%1).</source>
        <translation>La fiche est reçue&#xa0;; l’image suit (%1).</translation>
    </message>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Corriger</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Send and receive</source>
        <translation>Envoyer et recevoir</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tout</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>To complete</source>
        <translation>À compléter</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Two versions</source>
        <translation>Deux versions</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Nothing is erased from the tablet before the server’s answer</source>
        <translation>Rien n’est effacé de la tablette avant la réponse du serveur</translation>
    </message>
    <message>
        <source>Enrol this tablet</source>
        <translation>Inscrire la tablette</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Envoi…</translation>
    </message>
    <message>
        <source>Last time: %1</source>
        <translation>Dernier envoi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Wi-Fi</source>
        <translation>Wi-Fi</translation>
    </message>
    <message>
        <source>Mobile network</source>
        <translation>Réseau mobile</translation>
    </message>
    <message>
        <source>Prepare the next walk</source>
        <translation>Préparer la prochaine marche</translation>
    </message>
    <message>
        <source>This tablet’s data was copied</source>
        <translation>Les données de cette tablette ont été copiées</translation>
    </message>
    <message>
        <source>Another tablet has the same records, or this one was put back from an older copy.</source>
        <translation>Une autre tablette a les mêmes fiches, ou celle-ci vient d’une copie plus ancienne.</translation>
    </message>
    <message>
        <source>Nothing was overwritten. This tablet has a name of its own now: %1 (%2). What waited goes under it.</source>
        <translation>Rien n’a été écrasé. Cette tablette a maintenant son propre nom&#xa0;: %1 (%2). Ce qui attendait part sous ce nom.</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
    <message numerus="yes">
        <source>%n new answer(s)</source>
        <translation>
            <numerusform>%n nouvelle réponse</numerusform>
            <numerusform>%n nouvelles réponses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fait</numerusform>
            <numerusform>%n faits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n planned</source>
        <translation>
            <numerusform>%n prévu</numerusform>
            <numerusform>%n prévus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not retained, with the reason</source>
        <translation>
            <numerusform>%n non retenu, avec la raison</numerusform>
            <numerusform>%n non retenus, avec la raison</numerusform>
        </translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message numerus="yes">
        <source>Its clock is %n minute(s) slow. Nothing is lost: the server counts it in.</source>
        <translation>
            <numerusform>Son horloge retarde de %n minute. Rien n’est perdu&#xa0;: le serveur en tient compte.</numerusform>
            <numerusform>Son horloge retarde de %n minutes. Rien n’est perdu&#xa0;: le serveur en tient compte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Its clock is %n minute(s) fast. Nothing is lost: the server counts it in.</source>
        <translation>
            <numerusform>Son horloge avance de %n minute. Rien n’est perdu&#xa0;: le serveur en tient compte.</numerusform>
            <numerusform>Son horloge avance de %n minutes. Rien n’est perdu&#xa0;: le serveur en tient compte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not enrolled yet: everything stays here until then.</source>
        <translation>Pas encore inscrite&#xa0;: tout reste ici jusque-là.</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Inscrire de nouveau</translation>
    </message>
    <message>
        <source>Large photos on Wi-Fi only</source>
        <translation>Grandes photos en Wi-Fi seulement</translation>
    </message>
    <message>
        <source>The tablet does not say by which network it sends: photos go too.</source>
        <translation>La tablette ne dit pas par quel réseau elle envoie&#xa0;: les photos partent aussi.</translation>
    </message>
    <message>
        <source>Findings and small pictures never wait. “Send now” sends everything.</source>
        <translation>Les constats et les petites images n’attendent jamais. «&#xa0;Envoyer&#xa0;» envoie tout.</translation>
    </message>
    <message>
        <source>With others</source>
        <translation>À plusieurs</translation>
    </message>
    <message>
        <source>Invite another tablet</source>
        <translation>Inviter une autre tablette</translation>
    </message>
    <message>
        <source>Join a walk</source>
        <translation>Rejoindre une marche</translation>
    </message>
    <message>
        <source>With a square to scan, without a network</source>
        <translation>Avec un carré à scanner, sans réseau</translation>
    </message>
    <message>
        <source>Finish and hand back</source>
        <translation>Finir et rendre la tablette</translation>
    </message>
    <message>
        <source>For a lent tablet: locks what your group made</source>
        <translation>Pour une tablette prêtée&#xa0;: verrouille ce que votre groupe a fait</translation>
    </message>
    <message>
        <source>Done. Nothing new from the office.</source>
        <translation>C’est fait. Rien de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>Done. %n received</source>
        <translation>
            <numerusform>C’est fait. %n élément reçu</numerusform>
            <numerusform>C’est fait. %n éléments reçus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of an earlier group go too</source>
        <translation>
            <numerusform>%n d’un groupe précédent part aussi</numerusform>
            <numerusform>%n d’un groupe précédent partent aussi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n à vérifier</numerusform>
            <numerusform>%n à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;:&#xa0;%2</translation>
    </message>
    <message>
        <source>Show more (%1)</source>
        <translation>Afficher plus (%1)</translation>
    </message>
    <message>
        <source>Nothing here.</source>
        <translation>Rien ici.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
    <message>
        <source>Tablet %1</source>
        <translation>Tablette %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>A photo leaves only once a person has looked at it.</source>
        <translation>Une photo part seulement quand une personne l’a regardée.</translation>
    </message>
</context>
<context>
    <name>SyncProgress</name>
    <message numerus="yes">
        <source>%n to send</source>
        <translation>
            <numerusform>%n à envoyer</numerusform>
            <numerusform>%n à envoyer</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Tout est envoyé</translation>
    </message>
    <message>
        <source>Nothing to send yet</source>
        <translation>Rien à envoyer pour l’instant</translation>
    </message>
    <message>
        <source>Calling the server…</source>
        <translation>Appel du serveur…</translation>
    </message>
    <message>
        <source>Receiving: %1</source>
        <translation>Réception&#xa0;: %1</translation>
    </message>
    <message>
        <source>For others: what this tablet carries</source>
        <translation>Pour les autres&#xa0;: ce que porte cette tablette</translation>
    </message>
    <message>
        <source>Sending: %1 of %2</source>
        <translation>Envoi en cours&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Photos: %1 of %2</source>
        <translation>Photos&#xa0;: %1 sur %2</translation>
    </message>
    <message>
        <source>Paused: nothing leaves by itself until you send.</source>
        <translation>En pause&#xa0;: rien ne part tout seul tant que vous n’envoyez pas.</translation>
    </message>
    <message>
        <source>About %1, of which %2 of photos</source>
        <translation>Environ %1, dont %2 de photos</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Environ %1</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>environ %n minute</numerusform>
            <numerusform>environ %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on working.</source>
        <translation>Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>TerritoryPage</name>
    <message>
        <source>In which territory?</source>
        <translation>Dans quel territoire&#xa0;?</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>Choisi&#xa0;: %1</translation>
    </message>
    <message>
        <source>Touch it in the list or on the map.</source>
        <translation>Touchez-le dans la liste ou sur la carte.</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>C’est celui-ci</translation>
    </message>
    <message>
        <source>Choose a territory</source>
        <translation>Choisissez un territoire</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>A name, or 18 for the 18th</source>
        <translation>Un nom, ou 18 pour le 18e</translation>
    </message>
    <message>
        <source>Arrondissement %1</source>
        <translation>Arrondissement %1</translation>
    </message>
    <message>
        <source>By arrondissement</source>
        <translation>Par arrondissement</translation>
    </message>
    <message>
        <source>Nothing answers to this. Search with fewer letters.</source>
        <translation>Rien ne correspond. Cherchez avec moins de lettres.</translation>
    </message>
    <message>
        <source>of this tablet</source>
        <translation>de cette tablette</translation>
    </message>
    <message>
        <source>arrondissement %1</source>
        <translation>arrondissement %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more: search to find them</source>
        <translation>
            <numerusform>%n autre&#xa0;: cherchez pour le trouver</numerusform>
            <numerusform>%n autres&#xa0;: cherchez pour les trouver</numerusform>
        </translation>
    </message>
    <message>
        <source>No perimeter is drawn on this tablet yet. They come with the first sending.</source>
        <translation>Aucun périmètre sur cette tablette. Ils arrivent au premier envoi.</translation>
    </message>
    <message>
        <source>No perimeter there. Touch inside a line.</source>
        <translation>Pas de périmètre ici. Touchez à l’intérieur d’un trait.</translation>
    </message>
</context>
<context>
    <name>ThemeList</name>
    <message>
        <source>What is promised here</source>
        <translation>Ce qui est promis ici</translation>
    </message>
    <message>
        <source>Other answers</source>
        <translation>Autres réponses</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>répondu</translation>
    </message>
    <message>
        <source>not observed</source>
        <translation>pas observé</translation>
    </message>
    <message>
        <source>%1 out of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Pages of the grid</source>
        <translation>Pages de la grille</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) out of %1</source>
        <translation>
            <numerusform>%n réponse sur %1</numerusform>
            <numerusform>%n réponses sur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>TileGrid</name>
    <message>
        <source>More choices</source>
        <translation>Plus de choix</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Help now</source>
        <translation>Aide</translation>
    </message>
</context>
<context>
    <name>Touchable</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1, choisi</translation>
    </message>
</context>
<context>
    <name>TrialBar</name>
    <message>
        <source>Touch “Start the walk”.</source>
        <translation>Touchez «&#xa0;Commencer la marche&#xa0;».</translation>
    </message>
    <message>
        <source>Touch “Photo”, then the shutter.</source>
        <translation>Touchez «&#xa0;Photo&#xa0;», puis le déclencheur.</translation>
    </message>
    <message>
        <source>Choose a picture, then touch “Save”.</source>
        <translation>Choisissez une image, puis «&#xa0;Enregistrer&#xa0;».</translation>
    </message>
    <message>
        <source>Touch “Stop”: the group stops to talk.</source>
        <translation>Touchez «&#xa0;Halte&#xa0;»&#xa0;: le groupe s’arrête pour parler.</translation>
    </message>
    <message>
        <source>A mistake? Touch “Undo” in the bar.</source>
        <translation>Une erreur&#xa0;? Touchez «&#xa0;Annuler&#xa0;» dans la barre.</translation>
    </message>
    <message>
        <source>Touch “Finish the walk”.</source>
        <translation>Touchez «&#xa0;Finir la marche&#xa0;».</translation>
    </message>
    <message>
        <source>Well done! You can lead a walk. Nothing was kept.</source>
        <translation>Bravo&#xa0;! Vous savez faire. Rien n’a été gardé.</translation>
    </message>
    <message>
        <source>Trial walk</source>
        <translation>Marche d’essai</translation>
    </message>
    <message>
        <source>Trial walk – step %1 of %2</source>
        <translation>Marche d’essai – étape %1 sur %2</translation>
    </message>
    <message>
        <source>Leave the trial</source>
        <translation>Quitter l’essai</translation>
    </message>
</context>
<context>
    <name>TroubleBar</name>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>Compris</translation>
    </message>
</context>
<context>
    <name>UnclearButton</name>
    <message>
        <source>These words are not clear</source>
        <translation>Ces mots ne sont pas clairs</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add details</source>
        <translation>Compléter</translation>
    </message>
</context>
<context>
    <name>VerdictTiles</name>
    <message>
        <source>What do you see now?</source>
        <translation>Que voyez-vous maintenant&#xa0;?</translation>
    </message>
</context>
<context>
    <name>VersionsCard</name>
    <message>
        <source>Last change</source>
        <translation>Dernier changement</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Ce que c’est</translation>
    </message>
    <message>
        <source>In other words</source>
        <translation>En d’autres mots</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Genre</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Urgence</translation>
    </message>
    <message>
        <source>Seen again</source>
        <translation>Constat revu</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Who walks</source>
        <translation>Qui marche</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Thèmes</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Météo</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Who would carry it</source>
        <translation>Qui le porterait</translation>
    </message>
    <message>
        <source>How many at the start</source>
        <translation>Combien au départ</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Retiré</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <source>On this tablet</source>
        <translation>Sur cette tablette</translation>
    </message>
    <message>
        <source>At the server</source>
        <translation>Au serveur</translation>
    </message>
    <message>
        <source>Send mine</source>
        <translation>Envoyer la mienne</translation>
    </message>
    <message>
        <source>Keep the other</source>
        <translation>Garder l’autre</translation>
    </message>
    <message>
        <source>Make two of them</source>
        <translation>En faire deux</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Décider plus tard</translation>
    </message>
    <message>
        <source>Whatever you choose, both versions stay readable.</source>
        <translation>Quel que soit votre choix, les deux versions restent lisibles.</translation>
    </message>
</context>
<context>
    <name>ViewfinderView</name>
    <message>
        <source>What the camera sees</source>
        <translation>Ce que voit l’appareil photo</translation>
    </message>
    <message>
        <source>The earlier photo, to find the same frame</source>
        <translation>La photo d’avant, pour retrouver le même cadre</translation>
    </message>
</context>
<context>
    <name>VoiceRows</name>
    <message>
        <source>Voice note, %1: listen, then keep it</source>
        <translation>Note vocale, %1&#xa0;: à écouter, puis à garder</translation>
    </message>
    <message>
        <source>Voice note, %1: kept</source>
        <translation>Note vocale, %1&#xa0;: gardée</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Arrêter l’écoute</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Écouter</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>C’est bon</translation>
    </message>
    <message>
        <source>I know what it says</source>
        <translation>Je sais ce qu’elle dit</translation>
    </message>
    <message>
        <source>Remove the note</source>
        <translation>Enlever la note</translation>
    </message>
</context>
<context>
    <name>VoiceStrip</name>
    <message>
        <source>Touch: stop</source>
        <translation>Toucher&#xa0;: arrêter</translation>
    </message>
    <message>
        <source>Stop the voice note</source>
        <translation>Arrêter la note vocale</translation>
    </message>
    <message>
        <source>%1 · I am listening</source>
        <translation>%1 · j’écoute</translation>
    </message>
    <message>
        <source>Touch: stop. %1 at most.</source>
        <translation>Toucher&#xa0;: arrêter. %1 au plus.</translation>
    </message>
    <message>
        <source>Describe the place and what hinders. Name and describe no person.</source>
        <translation>Décrivez le lieu et la gêne. Ne nommez et ne décrivez aucune personne.</translation>
    </message>
</context>
<context>
    <name>VoicesPage</name>
    <message>
        <source>Voice notes to listen to</source>
        <translation>Notes vocales à écouter</translation>
    </message>
    <message>
        <source>Listen to the end, or say that you know what it says.</source>
        <translation>Écoutez jusqu’au bout, ou dites que vous savez ce qu’elle dit.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Nothing waits to be listened to</source>
        <translation>Rien n’attend d’être écouté</translation>
    </message>
    <message>
        <source>All voice notes are kept.</source>
        <translation>Toutes les notes vocales sont gardées.</translation>
    </message>
</context>
<context>
    <name>VoteRow</name>
    <message>
        <source>Without a category</source>
        <translation>Sans catégorie</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) of women</source>
        <translation>
            <numerusform>%n voix de femmes</numerusform>
            <numerusform>%n voix de femmes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) of men</source>
        <translation>
            <numerusform>%n voix d’hommes</numerusform>
            <numerusform>%n voix d’hommes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other vote(s)</source>
        <translation>
            <numerusform>%n autre voix</numerusform>
            <numerusform>%n autres voix</numerusform>
        </translation>
    </message>
    <message>
        <source>One hand fewer: %1, %2</source>
        <translation>Une main de moins&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>One hand more: %1, %2</source>
        <translation>Une main de plus&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>On the ballot</source>
        <translation>Au vote</translation>
    </message>
    <message>
        <source>Not on it</source>
        <translation>Pas au vote</translation>
    </message>
    <message>
        <source>One vote fewer: %1</source>
        <translation>Une voix de moins&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s)</source>
        <translation>
            <numerusform>%n voix</numerusform>
            <numerusform>%n voix</numerusform>
        </translation>
    </message>
    <message>
        <source>One vote more: %1</source>
        <translation>Une voix de plus&#xa0;: %1</translation>
    </message>
    <message>
        <source>Women</source>
        <translation>Femmes</translation>
    </message>
    <message>
        <source>Men</source>
        <translation>Hommes</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>VoterCard</name>
    <message>
        <source>Person no. %1</source>
        <translation>Personne n°&#xa0;%1</translation>
    </message>
    <message>
        <source>No name is written down.</source>
        <translation>On ne note pas le nom.</translation>
    </message>
    <message>
        <source>Who votes?</source>
        <translation>Qui vote&#xa0;?</translation>
    </message>
    <message>
        <source>Woman</source>
        <translation>Femme</translation>
    </message>
    <message>
        <source>Man</source>
        <translation>Homme</translation>
    </message>
    <message>
        <source>Other, or not said</source>
        <translation>Autre, ou ne dit pas</translation>
    </message>
    <message numerus="yes">
        <source>%n vote(s) to give</source>
        <translation>
            <numerusform>%n voix à donner</numerusform>
            <numerusform>%n voix à donner</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n given out of %1</source>
        <translation>
            <numerusform>%n donnée sur %1</numerusform>
            <numerusform>%n données sur %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VotesPage</name>
    <message>
        <source>What comes first for us</source>
        <translation>Ce qui passe en premier</translation>
    </message>
    <message>
        <source>Our priorities</source>
        <translation>Nos priorités</translation>
    </message>
    <message>
        <source>Choose what the group votes on: %1 at most.</source>
        <translation>Choisissez sur quoi voter&#xa0;: %1 au plus.</translation>
    </message>
    <message>
        <source>Each person has %1 votes. The tablet goes from hand to hand.</source>
        <translation>Chaque personne a %1 voix. La tablette passe de main en main.</translation>
    </message>
    <message>
        <source>Count the hands for each line.</source>
        <translation>Comptez les mains pour chaque ligne.</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n personne</numerusform>
            <numerusform>%n personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have voted</source>
        <translation>
            <numerusform>%n a voté</numerusform>
            <numerusform>%n ont voté</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n have voted out of %1</source>
        <translation>
            <numerusform>%n a voté sur %1</numerusform>
            <numerusform>%n ont voté sur %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has voted yet</source>
        <translation>Personne n’a encore voté</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 au vote</translation>
    </message>
    <message>
        <source>The vote is over</source>
        <translation>Le vote est fini</translation>
    </message>
    <message>
        <source>Go on voting</source>
        <translation>Continuer le vote</translation>
    </message>
    <message>
        <source>Keep these votes</source>
        <translation>Garder ces voix</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Voter</translation>
    </message>
    <message>
        <source>See the results</source>
        <translation>Voir les résultats</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Personne suivante</translation>
    </message>
    <message>
        <source>End the vote</source>
        <translation>Finir le vote</translation>
    </message>
    <message>
        <source>Back to the end</source>
        <translation>Revenir à la fin</translation>
    </message>
    <message>
        <source>Choose at least one</source>
        <translation>Choisissez au moins une ligne</translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>%1 au plus</translation>
    </message>
    <message>
        <source>Give a vote first</source>
        <translation>Donnez d’abord une voix</translation>
    </message>
    <message>
        <source>Woman, man or other?</source>
        <translation>Femme, homme ou autre&#xa0;?</translation>
    </message>
    <message>
        <source>Count some hands first</source>
        <translation>Comptez d’abord des mains</translation>
    </message>
    <message>
        <source>Count raised hands</source>
        <translation>Compter à main levée</translation>
    </message>
    <message>
        <source>Vote one by one</source>
        <translation>Voter avec des voix</translation>
    </message>
    <message>
        <source>Choose the lines</source>
        <translation>Choisir les lignes</translation>
    </message>
    <message>
        <source>Yes, start the vote again</source>
        <translation>Oui, recommencer le vote</translation>
    </message>
    <message>
        <source>Start the vote again</source>
        <translation>Recommencer le vote</translation>
    </message>
    <message>
        <source>Yes, end the vote</source>
        <translation>Oui, finir le vote</translation>
    </message>
    <message>
        <source>Undo: person no. %1</source>
        <translation>Annuler&#xa0;: personne n°&#xa0;%1</translation>
    </message>
    <message>
        <source>End the vote now?</source>
        <translation>Finir le vote maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>Start the vote again?</source>
        <translation>Recommencer le vote&#xa0;?</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) have voted. After that nobody can vote any more.</source>
        <translation>
            <numerusform>%n personne a voté. Après, plus personne ne peut voter.</numerusform>
            <numerusform>%n personnes ont voté. Après, plus personne ne peut voter.</numerusform>
        </translation>
    </message>
    <message>
        <source>All the votes given are erased. Each person votes again.</source>
        <translation>Toutes les voix données sont effacées. Chaque personne vote de nouveau.</translation>
    </message>
    <message>
        <source>Nothing to vote on yet</source>
        <translation>Rien à voter pour l’instant</translation>
    </message>
    <message>
        <source>Findings and spaces of this walk come here.</source>
        <translation>Les constats et espaces de cette marche viennent ici.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Not told by gender: with so few, one could read a person’s vote.</source>
        <translation>Pas de détail par genre&#xa0;: à si peu, on lirait le vote d’une personne.</translation>
    </message>
    <message>
        <source>The results show once everybody has voted.</source>
        <translation>Les résultats s’affichent quand tout le monde a voté.</translation>
    </message>
</context>
<context>
    <name>WalkCard</name>
    <message>
        <source>Today, %1</source>
        <translation>Aujourd’hui, %1</translation>
    </message>
    <message>
        <source>Prepared for %1</source>
        <translation>Préparée pour le %1</translation>
    </message>
    <message>
        <source>Prepared</source>
        <translation>Préparée</translation>
    </message>
    <message>
        <source>Being recorded since %1</source>
        <translation>Enregistrée depuis le %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>Your walk</source>
        <translation>Votre marche</translation>
    </message>
    <message>
        <source>Walk without a name</source>
        <translation>Marche sans nom</translation>
    </message>
    <message>
        <source>A walk, now</source>
        <translation>Une marche, maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) so far</source>
        <translation>
            <numerusform>%n constat pour l’instant</numerusform>
            <numerusform>%n constats pour l’instant</numerusform>
        </translation>
    </message>
    <message>
        <source>No network is needed. You can say who walks and why later.</source>
        <translation>Pas besoin de réseau. Vous direz plus tard qui marche et pourquoi.</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>without stairs</source>
        <translation>sans escalier</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) expected</source>
        <translation>
            <numerusform>%n personne prévue</numerusform>
            <numerusform>%n personnes prévues</numerusform>
        </translation>
    </message>
    <message>
        <source>Young people walk along: think of the adult and of the parents’ consent.</source>
        <translation>Des jeunes marchent&#xa0;: pensez à l’adulte référent et à l’accord des parents.</translation>
    </message>
    <message>
        <source>Map and grid on the tablet</source>
        <translation>Carte et grille sur la tablette</translation>
    </message>
    <message>
        <source>Back to the walk</source>
        <translation>Reprendre la marche</translation>
    </message>
    <message>
        <source>Start the walk</source>
        <translation>Commencer la marche</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Another walk, now</source>
        <translation>Une autre marche, maintenant</translation>
    </message>
</context>
<context>
    <name>WalkFigures</name>
    <message>
        <source>Time</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Longueur</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>No position</source>
        <translation>Pas de position</translation>
    </message>
    <message>
        <source>Put the cross on the place</source>
        <translation>Mettez la croix sur le lieu</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Signal lost for %1</source>
        <translation>Signal perdu depuis %1</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Trou</translation>
    </message>
    <message>
        <source>Gap of %1 in the track</source>
        <translation>Trou de %1 dans le tracé</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>No map here: squares only</source>
        <translation>Pas de carte ici&#xa0;: quadrillage</translation>
    </message>
</context>
<context>
    <name>WalkPage</name>
    <message>
        <source>Walk without a name</source>
        <translation>Marche sans nom</translation>
    </message>
    <message>
        <source>Walk there again</source>
        <translation>Refaire cette marche</translation>
    </message>
    <message>
        <source>End of the walk</source>
        <translation>Fin de la marche</translation>
    </message>
    <message>
        <source>Say more about it</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>What was recorded</source>
        <translation>Ce qui est enregistré</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n photo</numerusform>
            <numerusform>%n photos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>Since then</source>
        <translation>Depuis</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) have an answer</source>
        <translation>
            <numerusform>%n constat a une réponse</numerusform>
            <numerusform>%n constats ont une réponse</numerusform>
        </translation>
    </message>
    <message>
        <source>Return planned on %1</source>
        <translation>Retour prévu le %1</translation>
    </message>
    <message>
        <source>No return is dated. The walk stays open.</source>
        <translation>Aucun retour n’est daté. La marche reste ouverte.</translation>
    </message>
</context>
<context>
    <name>WalkRow</name>
    <message>
        <source>%1: the day has passed</source>
        <translation>%1&#xa0;: le jour est passé</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Aujourd’hui, %1</translation>
    </message>
    <message>
        <source>Without a day</source>
        <translation>Sans date</translation>
    </message>
    <message>
        <source>Walk without a name</source>
        <translation>Marche sans nom</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s)</source>
        <translation>
            <numerusform>%n halte</numerusform>
            <numerusform>%n haltes</numerusform>
        </translation>
    </message>
    <message>
        <source>planned by the GUP cell</source>
        <translation>prévue par la cellule de quartier</translation>
    </message>
</context>
<context>
    <name>WalksPage</name>
    <message>
        <source>Your walks</source>
        <translation>Vos marches</translation>
    </message>
    <message>
        <source>Prepare a walk</source>
        <translation>Préparer une marche</translation>
    </message>
    <message>
        <source>Which walks</source>
        <translation>Quelles marches</translation>
    </message>
    <message>
        <source>To come (%1)</source>
        <translation>À venir (%1)</translation>
    </message>
    <message>
        <source>Done (%1)</source>
        <translation>Faites (%1)</translation>
    </message>
    <message>
        <source>Cancelled (%1)</source>
        <translation>Annulées (%1)</translation>
    </message>
    <message>
        <source>No walk is prepared. You can start one now, or prepare one.</source>
        <translation>Aucune marche préparée. Commencez tout de suite, ou préparez-en une.</translation>
    </message>
    <message>
        <source>No walk was held on this tablet yet.</source>
        <translation>Aucune marche faite sur cette tablette.</translation>
    </message>
    <message>
        <source>No walk was cancelled.</source>
        <translation>Aucune marche annulée.</translation>
    </message>
    <message>
        <source>Being recorded since %1</source>
        <translation>Enregistrée depuis le %1</translation>
    </message>
    <message>
        <source>Walk without a name</source>
        <translation>Marche sans nom</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>return on %1</source>
        <translation>retour le %1</translation>
    </message>
    <message>
        <source>no return is dated</source>
        <translation>aucun retour daté</translation>
    </message>
</context>
<context>
    <name>WordingPage</name>
    <message>
        <source>These words are not clear</source>
        <translation>Ces mots ne sont pas clairs</translation>
    </message>
    <message>
        <source>Thank you. The note is kept already.</source>
        <translation>Merci. La note est déjà gardée.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The words</source>
        <translation>Les mots</translation>
    </message>
    <message>
        <source>Which ones? Touch them.</source>
        <translation>Lesquels&#xa0;? Touchez-les.</translation>
    </message>
    <message>
        <source>What would be clearer? (you may leave it empty)</source>
        <translation>Qu’est-ce qui serait plus clair&#xa0;? (vous pouvez laisser vide)</translation>
    </message>
    <message>
        <source>Write no names.</source>
        <translation>N’écrivez pas de nom.</translation>
    </message>
    <message>
        <source>The note leaves with the next sending. It helps us to write better.</source>
        <translation>La note part avec le prochain envoi. Elle nous aide à mieux écrire.</translation>
    </message>
</context>
</TS>
