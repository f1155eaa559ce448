"""What each page of the window shows and does: one QObject a page, codes and numbers out, words in QML."""

from walker.refcounts import hold_singletons

hold_singletons()
