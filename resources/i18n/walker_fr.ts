<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
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
    <name>BaseMap</name>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
</context>
<context>
    <name>BelowMap</name>
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
    <name>ChoiceGroup</name>
    <message>
        <source>several answers possible</source>
        <translation>plusieurs réponses possibles</translation>
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
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>EndPage</name>
    <message>
        <source>The walk is recorded</source>
        <translation>La marche est enregistrée</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Nothing is erased from the tablet.</source>
        <translation>Rien n’est effacé de la tablette.</translation>
    </message>
    <message>
        <source>Go on with the walk</source>
        <translation>Continuer la marche</translation>
    </message>
    <message>
        <source>Your walk</source>
        <translation>Votre marche</translation>
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
    <message>
        <source>Before you part</source>
        <translation>Avant de vous quitter</translation>
    </message>
    <message>
        <source>Forms left open</source>
        <translation>Fiches à compléter</translation>
    </message>
    <message numerus="yes">
        <source>%n to complete</source>
        <translation>
            <numerusform>%n à compléter</numerusform>
            <numerusform>%n à compléter</numerusform>
        </translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Compléter</translation>
    </message>
    <message>
        <source>Photos looked at</source>
        <translation>Photos regardées</translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) to check</source>
        <translation>
            <numerusform>%n photo à vérifier</numerusform>
            <numerusform>%n photos à vérifier</numerusform>
        </translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Vérifier</translation>
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
    <name>FaultWords</name>
    <message>
        <source>The tablet is full</source>
        <translation>La tablette est pleine</translation>
    </message>
    <message>
        <source>No more photos: the tablet is nearly full</source>
        <translation>Plus de photos&#xa0;: la tablette est presque pleine</translation>
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
        <source>The server does not answer</source>
        <translation>Le serveur ne répond pas</translation>
    </message>
    <message>
        <source>This address is not a GUP server</source>
        <translation>Cette adresse n’est pas celle d’un serveur GUP</translation>
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
        <source>Everything stays on the tablet. Try again where there is a network.</source>
        <translation>Tout reste sur la tablette. Réessayez là où il y a du réseau.</translation>
    </message>
    <message>
        <source>Check the address given by the GUP cell.</source>
        <translation>Vérifiez l’adresse donnée par la cellule GUP.</translation>
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
        <translation>La tablette est presque pleine&#xa0;: plus de photos. Les notes et le tracé sont toujours gardés.</translation>
    </message>
    <message>
        <source>The tablet is full. This photo is not kept, the rest is safe.</source>
        <translation>La tablette est pleine. Cette photo n’est pas gardée, le reste est en sécurité.</translation>
    </message>
    <message>
        <source>This picture cannot be read. The rest is kept.</source>
        <translation>Cette image ne se lit pas. Le reste est gardé.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>d MMMM, h:mm AP</source>
        <translation>d MMMM, H &apos;h&apos; mm</translation>
    </message>
    <message>
        <source>MMMM d</source>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>h:mm AP</source>
        <translation>H &apos;h&apos; mm</translation>
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
        <source>± %1 m</source>
        <translation>±&#xa0;%1&#xa0;m</translation>
    </message>
</context>
<context>
    <name>GuidanceCard</name>
    <message>
        <source>Back to the pictures</source>
        <translation>Retour aux images</translation>
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
        <source>Being recorded since %1</source>
        <translation>En cours depuis le %1</translation>
    </message>
    <message>
        <source>Prepared for %1</source>
        <translation>Prévue le %1</translation>
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
        <translation>Pas besoin de réseau. Vous pourrez dire plus tard qui marche et pourquoi.</translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) planned</source>
        <translation>
            <numerusform>%n halte prévue</numerusform>
            <numerusform>%n haltes prévues</numerusform>
        </translation>
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
        <source>To complete</source>
        <translation>À compléter</translation>
    </message>
    <message>
        <source>Report without a walk</source>
        <translation>Signaler sans marche</translation>
    </message>
    <message>
        <source>For a warden, an association, an idea box, or to type in a paper form.</source>
        <translation>Pour un gardien, une association, une boîte à idées, ou saisir une fiche papier.</translation>
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
        <source>What became of your findings</source>
        <translation>Ce que sont devenus vos constats</translation>
    </message>
    <message>
        <source>No answer yet. They come here each time you send.</source>
        <translation>Pas encore de réponse. Elles arrivent ici à chaque envoi.</translation>
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
        <source>Place kept, to complete later</source>
        <translation>Lieu gardé, à compléter</translation>
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
        <source>Help now</source>
        <translation>Aide</translation>
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
        <source>Close</source>
        <translation>Fermer</translation>
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
        <translation>Que dessinez-vous ?</translation>
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
        <source>Waits for a check</source>
        <translation>À vérifier</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Vérifiée</translation>
    </message>
    <message>
        <source>Remove this photo</source>
        <translation>Enlever cette photo</translation>
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
    <name>PhotoCheckPage</name>
    <message>
        <source>No photo to check</source>
        <translation>Pas de photo à vérifier</translation>
    </message>
    <message>
        <source>Can this photo be shown?</source>
        <translation>Peut-on montrer cette photo&#xa0;?</translation>
    </message>
    <message>
        <source>Photo %1 of %2</source>
        <translation>Photo %1 sur %2</translation>
    </message>
    <message>
        <source>Yes, it can be shown</source>
        <translation>Oui, on peut la montrer</translation>
    </message>
    <message>
        <source>This picture cannot be read</source>
        <translation>Cette image ne se lit pas</translation>
    </message>
    <message>
        <source>Looking for faces…</source>
        <translation>Recherche de visages…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivante</translation>
    </message>
    <message>
        <source>Undo the last blur</source>
        <translation>Annuler le dernier flou</translation>
    </message>
    <message>
        <source>Delete this photo</source>
        <translation>Supprimer cette photo</translation>
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
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Touch a face, a name or a number plate to blur it.</source>
        <translation>Touchez un visage, un nom ou une plaque pour les flouter.</translation>
    </message>
    <message>
        <source>Faces are not found by themselves on this machine.</source>
        <translation>Sur cette machine, les visages ne sont pas trouvés tout seuls.</translation>
    </message>
    <message>
        <source>The photo as it will be sent</source>
        <translation>La photo telle qu’elle partira</translation>
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
        <source>Put on the map by hand</source>
        <translation>Placé à la main sur la carte</translation>
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
        <translation>Tout le reste marche. Autorisez la position dans les réglages de la tablette, ou placez les points à la main.</translation>
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
        <source>How to find it</source>
        <translation>Comment le trouver</translation>
    </message>
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
        <source>Lamp-post or bin number</source>
        <translation>N° de lampadaire ou de corbeille</translation>
    </message>
    <message>
        <source>A landmark</source>
        <translation>Un repère</translation>
    </message>
    <message>
        <source>In front of the school, behind the bus shelter…</source>
        <translation>Devant l’école, derrière l’abribus…</translation>
    </message>
    <message>
        <source>Whose place is it?</source>
        <translation>À qui est le lieu&#xa0;?</translation>
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
        <source>Touch a picture. What you enter is kept at once.</source>
        <translation>Touchez une image. Ce que vous faites est gardé tout de suite.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
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
        <source>Close without changing</source>
        <translation>Fermer sans changer</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Toutes les images</translation>
    </message>
    <message>
        <source>More pictures, by family</source>
        <translation>Plus d’images, par famille</translation>
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
    <message>
        <source>%1 seen out of %2</source>
        <translation>%1 vus sur %2</translation>
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
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
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
    <name>SettingsPage</name>
    <message>
        <source>Display</source>
        <translation>Affichage</translation>
    </message>
    <message>
        <source>Each choice applies at once.</source>
        <translation>Chaque choix s’applique tout de suite.</translation>
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
        <source>Without gloves</source>
        <translation>Sans gants</translation>
    </message>
    <message>
        <source>With gloves: larger buttons</source>
        <translation>Avec gants&#xa0;: boutons plus grands</translation>
    </message>
</context>
<context>
    <name>SpaceFormPage</name>
    <message>
        <source>What kind of space?</source>
        <translation>Quel genre d’espace&#xa0;?</translation>
    </message>
    <message>
        <source>Saved already. Everything is optional here.</source>
        <translation>Déjà enregistré. Tout est facultatif ici.</translation>
    </message>
    <message>
        <source>Touch a picture. What you enter is kept at once.</source>
        <translation>Touchez une image. Ce que vous faites est gardé tout de suite.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gardé</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close without changing</source>
        <translation>Fermer sans changer</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Jeter</translation>
    </message>
    <message>
        <source>How is it?</source>
        <translation>Comment est-il&#xa0;?</translation>
    </message>
    <message>
        <source>Whose place is it?</source>
        <translation>À qui est le lieu&#xa0;?</translation>
    </message>
    <message>
        <source>What could it become?</source>
        <translation>Que pourrait-il devenir&#xa0;?</translation>
    </message>
    <message>
        <source>Describe the place and its uses. Name and describe no person.</source>
        <translation>Décrivez le lieu et ses usages. Ne nommez et ne décrivez aucune personne.</translation>
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
    <name>SyncLine</name>
    <message>
        <source>Waits</source>
        <translation>En attente</translation>
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
    <message>
        <source>Kept on the tablet. The server says: %1</source>
        <translation>Gardé sur la tablette. Le serveur dit&#xa0;: %1</translation>
    </message>
    <message>
        <source>Another tablet sent another version. Both are kept.</source>
        <translation>Une autre tablette a envoyé une autre version. Les deux sont gardées.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n constat</numerusform>
            <numerusform>%n constats</numerusform>
        </translation>
    </message>
    <message>
        <source>Send mine</source>
        <translation>Envoyer la mienne</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
</context>
<context>
    <name>SyncPage</name>
    <message>
        <source>Walk</source>
        <translation>Marche</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Signalement</translation>
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
        <source>Send and receive</source>
        <translation>Envoyer et recevoir</translation>
    </message>
    <message>
        <source>Nothing is erased from the tablet.</source>
        <translation>Rien n’est effacé de la tablette.</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Rejoindre</translation>
    </message>
    <message>
        <source>Type the address and the code</source>
        <translation>Tapez l’adresse et le code</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Inscription…</translation>
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
        <source>You can go on working.</source>
        <translation>Vous pouvez continuer.</translation>
    </message>
    <message>
        <source>Join a server, once</source>
        <translation>Rejoindre un serveur, une seule fois</translation>
    </message>
    <message>
        <source>The GUP cell gives you an address and a code. Until then everything stays on this tablet.</source>
        <translation>La cellule GUP vous donne une adresse et un code. D’ici là, tout reste sur cette tablette.</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Adresse du serveur</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Envoi en cours</translation>
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
        <source>Receiving: %1</source>
        <translation>Réception&#xa0;: %1</translation>
    </message>
    <message>
        <source>Findings: %1</source>
        <translation>Constats&#xa0;: %1</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>Calling the server…</source>
        <translation>Appel du serveur…</translation>
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
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
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
    <message>
        <source>Where everything stands</source>
        <translation>Où en est chaque chose</translation>
    </message>
    <message numerus="yes">
        <source>and %n older</source>
        <translation>
            <numerusform>et %n plus ancien</numerusform>
            <numerusform>et %n plus anciens</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was recorded yet.</source>
        <translation>Rien n’est encore enregistré.</translation>
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
</context>
<context>
    <name>Touchable</name>
    <message>
        <source>%1, chosen</source>
        <translation>%1, choisi</translation>
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
    <message>
        <source>Direction</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>North is up</source>
        <translation>Nord en haut</translation>
    </message>
</context>
</TS>
